import { z } from "zod";
import { type Fault, fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { monthOf } from "../../kit/vietnam-time.ts";
import type { Connection } from "../channel.ts";
import type { Probed } from "../definition.ts";
import { api, type Reply } from "./api.ts";
import { outcomeOf } from "./outcome.ts";
import { settingsOf } from "./settings.ts";
import { Info, problemOf, tested } from "./webhook.ts";

/** What a commune's technician must know after entering the token. */
export type Probe = Probed & {
  readonly found: {
    readonly bot: { readonly id: string; readonly name: string; readonly type: string };
    /** Null when none is registered. */
    readonly webhook: string | null;
    readonly problem: string | null;
    readonly month: Month;
  };
};

type Month = { readonly people: number; readonly messages: number };

export type ProbeDeps = {
  readonly now: () => number;
  /** Where Zalo should call, if this house waits to be called; null when it polls. */
  readonly address: string | null;
  /** What was used so far; changes nothing. */
  readonly used: (connection: string, month: string) => Promise<Month> | Month;
};

/** Asks Zalo who we are and whether it reaches us. Changes nothing. */
export const probe = async (deps: ProbeDeps, connection: Connection): Promise<Result<Probe>> => {
  const settings = settingsOf(connection);
  if (!settings) return fail(fault("CONFIG_INVALID", "chưa cấu hình"));
  const month = await deps.used(connection.id, monthOf(deps.now()));
  const me = await api(settings, "getMe", {}, 20_000);
  if (me.kind !== "done") return fail(fault(codeOf(me), reasonOf(me)));
  const { id, account_name: name, account_type: type } = Me.parse(me.result);
  const info = await api(settings, "getWebhookInfo", {}, 20_000);
  const webhook = info.kind === "done" ? Info.parse(info.result).url || null : null;
  const test = webhook === null ? null : await api(settings, "testWebhook", {}, 30_000);
  const problem = test?.kind === "done" ? problemOf(tested(test.result)) : null;
  const right = deps.address === null ? webhook === null : webhook === deps.address;
  return ok({
    stands: right && problem === null,
    found: { bot: { id, name, type }, webhook, problem, month },
    lines: [
      `Zalo Bot: token đúng, bot ${name} (${id}), gói ${type}.`,
      info.kind === "done" ? webhookLine(webhook, deps.address) : `  Không hỏi được webhook: ${reasonOf(info)}.`,
      ...(problem ? [`  Zalo thử gọi nhưng không tới: ${problem}`] : []),
      ...(test?.kind === "done" && !problem ? ["  Zalo thử gọi: tới nơi."] : []),
      // A limit of tries a day, or an older or newer API without it.
      ...(test && test.kind !== "done"
        ? [`  Không thử gọi được (${reasonOf(test)}): nhắn một tin cho bot để thử.`]
        : []),
      `  Đã có ${month.people}${of(settings.planUsers)} người; tháng này đã gửi ${month.messages}${of(settings.planMessages)} tin.`,
      "  Bot không có nút bấm: bà con trả lời bằng số. Người được Zalo bảo vệ (trẻ em, người khuyết tật) nhắn thì bot không đọc được.",
    ],
  });
};

/** What the technician does after a fault of the probe. */
export const cure = ({ code }: Fault): readonly string[] => [
  code === "CONFIG_INVALID"
    ? "Đặt ZALO_BOT_TOKEN."
    : code === "SEND_RETRY"
      ? "Kiểm tra máy chủ có ra được mạng không, và ZALO_BOT_API_ROOT (thường để trống)."
      : "Kiểm tra ZALO_BOT_TOKEN: chép lại token từ tin nhắn của Zalo Bot Manager; nếu đã đặt lại token thì token cũ không dùng được nữa.",
];

const words = z.union([z.string(), z.number()]).transform(String).catch("không rõ");
const Me = z
  .object({ id: words, account_name: words, account_type: words })
  .catch({ id: "không rõ", account_name: "không rõ", account_type: "không rõ" });

const of = (limit: number): string => (limit > 0 ? ` trên ${limit}` : "");

const reasonOf = (reply: Exclude<Reply, { kind: "done" }>): string => outcomeOf(reply).reason;

const codeOf = (reply: Exclude<Reply, { kind: "done" }>) =>
  outcomeOf(reply).outcome === "unauthorised"
    ? "SEND_UNAUTHORISED"
    : reply.kind === "refused"
      ? "SEND_REFUSED"
      : "SEND_RETRY";

const webhookLine = (webhook: string | null, address: string | null): string => {
  if (address === null)
    return webhook === null
      ? "  Chưa đăng ký webhook; máy đang tự hỏi tin (chỉ nên dùng khi thử)."
      : `  Webhook: ${webhook}. Máy này không chờ được gọi; khi chạy nó sẽ xóa webhook để tự hỏi tin.`;
  if (webhook === null) return "  Chưa đăng ký webhook; máy chủ sẽ đăng ký khi chạy với PUBLIC_URL là https.";
  return webhook === address
    ? `  Webhook: ${webhook}`
    : `  Webhook đang là ${webhook}, không phải ${address}. Khởi động lại máy chủ để đăng ký lại.`;
};
