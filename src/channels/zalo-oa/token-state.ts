import type { Connection } from "../channel.ts";
import type { TokenDeps } from "./tokens.ts";

/** How a connection's tokens stand, for the desk. Null text: nothing to do. Days are whole days left. */
export type TokenState = {
  readonly state: "good" | "soon" | "app" | "consent" | "none";
  readonly days: number | null;
  readonly text: { readonly vi: string; readonly en: string } | null;
};

const day = 86_400_000;
/** The owner of an OA may be on leave. */
const warnMs = 14 * day;

/** What staff must be told about a connection's tokens, before they die and not after. */
export const tokenState = async (
  deps: Pick<TokenDeps, "tokens" | "now">,
  connection: Connection,
): Promise<TokenState> => {
  const stored = await deps.tokens.read(connection.id);
  const now = deps.now();
  if (!stored) return { state: "none", days: null, text: none };
  const days = Math.max(0, Math.floor((stored.refreshUntil - now) / day));
  const hours = Math.max(0, Math.floor((stored.accessUntil - now) / 3_600_000));
  if (stored.refreshUntil <= now || stored.refused?.by === "token")
    return { state: "consent", days: 0, text: consent(hours) };
  if (stored.refused?.by === "app") return { state: "app", days, text: app(hours) };
  return stored.refreshUntil - now <= warnMs
    ? { state: "soon", days, text: soon(days) }
    : { state: "good", days, text: null };
};

/** Read on the desk, in a chat and at a terminal alike, so it says where the way begins. */
const way = {
  vi: "Người quản trị vào bàn điều hành, Cài đặt, mục Kênh, bấm “Nối lại”. Sau đó đưa đường dẫn cho chủ OA mở và bấm đồng ý.",
  en: "An administrator presses “Reconnect” at the desk, Settings, Channels. Then the OA's owner opens the link and agrees.",
};

const none = {
  vi: `Zalo OA chưa được nối, nên chưa gửi được tin. ${way.vi}`,
  en: `The Zalo OA is not connected, so no messages can go out. ${way.en}`,
};

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** When the messages stop, by the access token that is left. */
const stops = (hours: number) =>
  hours > 0
    ? { vi: `Còn khoảng ${hours} giờ nữa là không gửi được tin.`, en: `Messages will stop in about ${hours} hours.` }
    : { vi: "Hiện không gửi được tin; tin được giữ lại.", en: "No messages go out now; they are kept." };

const app = (hours: number) => ({
  vi: `Zalo không nhận mã ứng dụng hoặc khóa bí mật của ứng dụng. ${stops(hours).vi} Sửa ZALO_OA_APP_SECRET (và xem lại ZALO_OA_APP_ID) trong tệp thiết lập, rồi khởi động lại. Quyền gửi tin vẫn còn, không cần nối lại.`,
  en: `Zalo does not accept the app id or the app secret. ${stops(hours).en} Correct ZALO_OA_APP_SECRET (and check ZALO_OA_APP_ID) in the settings file and restart. The authorisation still stands; there is no need to reconnect.`,
});

const consent = (hours: number) => ({
  vi: `Zalo OA cần được nối lại. ${stops(hours).vi} ${way.vi}`,
  en: `The Zalo OA must be connected again. ${stops(hours).en} ${way.en}`,
});

const soon = (days: number) => ({
  vi: `Quyền gửi tin của Zalo OA còn ${days} ngày. Nối lại trước khi hết: ${lower(way.vi)}`,
  en: `The Zalo OA's authorisation ends in ${days} days. Reconnect before then: ${lower(way.en)}`,
});
