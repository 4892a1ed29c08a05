import type { Bilingual } from "../../kit/bilingual.ts";
import { dayLabel, monthOf, timeLabel } from "../../kit/vietnam-time.ts";
import type { Connection } from "../channel.ts";
import type { ConnectionState } from "../definition.ts";
import type { ZaloStore } from "./deps.ts";
import { menu } from "./menu.ts";
import { restingShapes } from "./refused-buttons.ts";
import { settingsOf } from "./settings.ts";
import { tokenState } from "./token-state.ts";

/** How the authorisation stands, what was spent, and what staff must be told: wrong signatures, buttons Zalo refuses. */
export const state = async (
  deps: ZaloStore & { readonly now: () => number },
  connection: Connection,
): Promise<Partial<ConnectionState>> => {
  const now = deps.now();
  const [token, spent] = await Promise.all([
    tokenState(deps, connection),
    deps.money.spent(connection.id, monthOf(now)),
  ]);
  const { signatureWrong: count, signatureWrongAt: at, buttonsRefused } = deps.learnt.read(connection.id);
  const settings = settingsOf(connection);
  const lately = at !== null && now - at < LATELY;
  const resting = restingShapes(buttonsRefused, now);
  const gone = token.state === "good" || token.state === "soon" ? null : token.text;
  return {
    warnings: lately ? [wrongSignature(count)] : [],
    alarms: [
      { kind: "token-gone", stands: gone },
      ...(gone ? [] : [{ kind: "token-ending" as const, stands: token.text }]),
      { kind: "buttons", stands: resting.length > 0 ? buttonsOff(resting) : null },
    ],
    reconnect: token.state !== "good",
    daysLeft: token.state === "none" ? null : token.days,
    month: { ...spent, budget: settings?.paid === "yes" ? settings.monthlyBudget : null },
    wrongSignatures: { count, at },
    menu,
  };
};

const buttonsOff = (resting: readonly { readonly shape: string; readonly until: number }[]): Bilingual => {
  const shapes = resting.map(({ shape }) => `“${shape}”`).join(", ");
  const until = Math.max(...resting.map((r) => r.until));
  return {
    vi: `Zalo OA: Zalo từ chối nút loại ${shapes}, nên những tin đó viết số thay nút tới ${timeLabel(until)} ngày ${dayLabel(until)}, rồi tự thử lại. Bà con vẫn trả lời được bằng số.`,
    en: `Zalo OA: Zalo refused buttons of the kind ${shapes}, so those messages show numbers until ${timeLabel(until)} on ${dayLabel(until)}, then buttons are tried again. People can answer with the number.`,
  };
};

/** A wrong secret goes on being wrong; one call of a stranger long ago is no reason to keep staff alarmed. */
const LATELY = 24 * 3_600_000;

const wrongSignature = (count: number): Bilingual => ({
  vi: `Zalo OA: có ${count} lần gọi tới mà chữ ký không khớp, lần cuối trong 24 giờ qua. Nếu bà con nhắn mà trợ lý không trả lời, nhờ người phụ trách kỹ thuật kiểm tra ZALO_OA_SECRET_KEY.`,
  en: `Zalo OA: ${count} calls came with a wrong signature, the last within 24 hours. If residents get no answer, have the technician check ZALO_OA_SECRET_KEY.`,
});
