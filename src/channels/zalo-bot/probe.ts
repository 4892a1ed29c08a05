import { z } from "zod";
import { type Fault, fault } from "../../errors.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
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
    readonly bot: { readonly id: string | null; readonly name: string | null; readonly type: string | null };
    /** Null when none is registered. */
    readonly webhook: string | null;
    readonly problem: Bilingual | null;
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
      {
        vi: `mã bot đúng, bot ${name ?? "không rõ tên"} (${id ?? "?"}), gói ${type ?? "không rõ"}.`,
        en: `the token is right, bot ${name ?? "without a name"} (${id ?? "?"}), plan ${type ?? "unknown"}.`,
      },
      info.kind === "done"
        ? webhookLine(webhook, deps.address)
        : {
            vi: `không hỏi được webhook (${reasonOf(info)}). Chờ vài phút rồi chạy lại lệnh này.`,
            en: `the webhook could not be asked for (${reasonOf(info)}). Wait some minutes, then run this again.`,
          },
      ...(problem
        ? [
            {
              vi: `Zalo thử gọi nhưng không tới: ${problem.vi}`,
              en: `Zalo tried to call and did not get through: ${problem.en}`,
            },
          ]
        : []),
      ...(test?.kind === "done" && !problem
        ? [{ vi: "Zalo thử gọi: tới nơi.", en: "Zalo tried to call: it got through." }]
        : []),
      // A limit of tries a day, or an older or newer API without it.
      ...(test && test.kind !== "done"
        ? [
            {
              vi: `không thử gọi được (${reasonOf(test)}). Nhắn một tin cho bot để thử.`,
              en: `a call could not be tried (${reasonOf(test)}). Write to the bot to try it.`,
            },
          ]
        : []),
      {
        vi: `đã có ${month.people}${of(settings.planUsers).vi} người; tháng này đã gửi ${month.messages}${of(settings.planMessages).vi} tin.`,
        en: `${month.people}${of(settings.planUsers).en} people so far; ${month.messages}${of(settings.planMessages).en} messages sent this month.`,
      },
      {
        vi: "bot không có nút bấm: bà con trả lời bằng số. Người được Zalo bảo vệ (trẻ em, người khuyết tật) nhắn thì bot không đọc được.",
        en: "a bot has no buttons: people answer with numbers. It cannot read what people under Zalo's protection (children, disabled people) write.",
      },
    ],
  });
};

/** What the technician does after a fault of the probe. */
export const cure = ({ code }: Fault): readonly Bilingual[] => [
  code === "CONFIG_INVALID"
    ? { vi: "Đặt ZALO_BOT_TOKEN.", en: "Set ZALO_BOT_TOKEN." }
    : code === "SEND_RETRY"
      ? {
          vi: "Kiểm tra máy chủ có ra được mạng không, và ZALO_BOT_API_ROOT (thường để trống).",
          en: "Check whether the server reaches the internet, and ZALO_BOT_API_ROOT (usually left empty).",
        }
      : {
          vi: "Kiểm tra ZALO_BOT_TOKEN: chép lại token từ tin nhắn của Zalo Bot Manager; nếu đã đặt lại token thì token cũ không dùng được nữa.",
          en: "Check ZALO_BOT_TOKEN: copy it again from the message of Zalo Bot Manager; a token that was reset no longer works.",
        },
];

const words = z.union([z.string(), z.number()]).transform(String).nullable().catch(null);
const Me = z
  .object({ id: words, account_name: words, account_type: words })
  .catch({ id: null, account_name: null, account_type: null });

const of = (limit: number): { readonly vi: string; readonly en: string } =>
  limit > 0 ? { vi: ` trên ${limit}`, en: ` of ${limit}` } : { vi: "", en: "" };

const reasonOf = (reply: Exclude<Reply, { kind: "done" }>): string => outcomeOf(reply).reason;

const codeOf = (reply: Exclude<Reply, { kind: "done" }>) =>
  outcomeOf(reply).outcome === "unauthorised"
    ? "SEND_UNAUTHORISED"
    : reply.kind === "refused"
      ? "SEND_REFUSED"
      : "SEND_RETRY";

const webhookLine = (webhook: string | null, address: string | null): Bilingual => {
  if (address === null)
    return webhook === null
      ? {
          vi: "chưa đăng ký webhook; máy đang tự hỏi tin (chỉ nên dùng khi thử). Muốn Zalo gọi tới: đặt PUBLIC_URL là https và ZALO_BOT_WEBHOOK_SECRET, khởi động lại.",
          en: "no webhook is registered; the server asks for messages itself (only to try things). To be called: set an https PUBLIC_URL and ZALO_BOT_WEBHOOK_SECRET, and restart.",
        }
      : {
          vi: `webhook ${webhook}. Máy này không chờ được gọi; khi chạy nó sẽ xóa webhook để tự hỏi tin.`,
          en: `webhook ${webhook}. This server does not wait to be called; when it runs it removes the webhook and asks itself.`,
        };
  if (webhook === null)
    return {
      vi: "chưa đăng ký webhook. Khởi động máy chủ với PUBLIC_URL là https, máy tự đăng ký.",
      en: "no webhook is registered. Start the server with a PUBLIC_URL of https, and it registers one.",
    };
  return webhook === address
    ? { vi: `webhook đúng: ${webhook}`, en: `the webhook is right: ${webhook}` }
    : {
        vi: `webhook đang là ${webhook}, không phải ${address}. Khởi động lại máy chủ để đăng ký lại.`,
        en: `the webhook is ${webhook}, not ${address}. Restart the server to register it again.`,
      };
};
