import type { Connection } from "../channel.ts";
import type { TokenDeps } from "./tokens.ts";

/** How a connection's tokens stand, for the desk. Null text: nothing to do. Days are whole days left. */
export type TokenState = {
  readonly state: "good" | "soon" | "consent" | "none";
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
  if (kept.refused !== null || kept.refreshUntil <= now) {
    const hours = Math.max(0, Math.floor((kept.accessUntil - now) / 3_600_000));
    return { state: "consent", days: 0, text: consent(hours) };
  }
  return kept.refreshUntil - now <= warnMs
    ? { state: "soon", days, text: soon(days) }
    : { state: "good", days, text: null };
};

const none = {
  vi: "Zalo OA chưa được cấp quyền. Chủ OA bấm vào liên kết để đồng ý thì hệ thống mới gửi được tin.",
  en: "The Zalo OA has not been authorised. Its owner must open the link and agree before messages can go out.",
};

const consent = (hours: number) => ({
  vi: `Zalo OA cần được cấp quyền lại. ${hours > 0 ? `Còn khoảng ${hours} giờ nữa là không gửi được tin.` : "Hiện không gửi được tin; tin được giữ lại."} Chủ OA bấm vào liên kết để đồng ý.`,
  en: `The Zalo OA must be authorised again. ${hours > 0 ? `Messages will stop in about ${hours} hours.` : "No messages go out now; they are kept."} Its owner must open the link and agree.`,
});

const soon = (days: number) => ({
  vi: `Quyền gửi tin của Zalo OA còn ${days} ngày. Chủ OA bấm vào liên kết để gia hạn trước khi hết.`,
  en: `The Zalo OA's authorisation ends in ${days} days. Its owner should open the link to renew it before then.`,
});
