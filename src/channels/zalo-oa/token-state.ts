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
  const kept = await deps.tokens.read(connection.id);
  const now = deps.now();
  if (!kept) return { state: "none", days: null, text: none };
  const days = Math.max(0, Math.floor((kept.refreshUntil - now) / day));
  const hours = Math.max(0, Math.floor((kept.accessUntil - now) / 3_600_000));
  if (kept.refreshUntil <= now || kept.refused?.by === "token")
    return { state: "consent", days: 0, text: consent(hours) };
  if (kept.refused?.by === "app") return { state: "app", days, text: app(hours) };
  return kept.refreshUntil - now <= warnMs
    ? { state: "soon", days, text: soon(days) }
    : { state: "good", days, text: null };
};

const none = {
  vi: "Zalo OA chưa được cấp quyền. Chủ OA bấm vào liên kết để đồng ý thì hệ thống mới gửi được tin.",
  en: "The Zalo OA has not been authorised. Its owner must open the link and agree before messages can go out.",
};

/** When the messages stop, by the access token that is left. */
const stops = (hours: number) =>
  hours > 0
    ? { vi: `Còn khoảng ${hours} giờ nữa là không gửi được tin.`, en: `Messages will stop in about ${hours} hours.` }
    : { vi: "Hiện không gửi được tin; tin được giữ lại.", en: "No messages go out now; they are kept." };

const app = (hours: number) => ({
  vi: `Zalo không nhận mã ứng dụng hoặc khóa bí mật của ứng dụng. ${stops(hours).vi} Sửa ZALO_OA_APP_SECRET (và xem lại ZALO_OA_APP_ID) trong tệp .env rồi khởi động lại. Quyền đã cấp vẫn còn, không cần chủ OA đồng ý lại.`,
  en: `Zalo does not accept the app id or the app secret. ${stops(hours).en} Correct ZALO_OA_APP_SECRET (and check ZALO_OA_APP_ID) in .env and restart. The authorisation still stands; the OA's owner need not agree again.`,
});

const consent = (hours: number) => ({
  vi: `Zalo OA cần được cấp quyền lại. ${stops(hours).vi} Chủ OA bấm vào liên kết để đồng ý.`,
  en: `The Zalo OA must be authorised again. ${stops(hours).en} Its owner must open the link and agree.`,
});

const soon = (days: number) => ({
  vi: `Quyền gửi tin của Zalo OA còn ${days} ngày. Chủ OA bấm vào liên kết để gia hạn trước khi hết.`,
  en: `The Zalo OA's authorisation ends in ${days} days. Its owner should open the link to renew it before then.`,
});
