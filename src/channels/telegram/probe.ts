import type { Bilingual } from "../../kit/bilingual.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import type { Connection } from "../channel.ts";
import type { Probed } from "../definition.ts";
import { apiOf } from "./api.ts";
import { faultIn } from "./outcome.ts";

/** What Telegram says of our bot and its webhook; `webhook` is null when none is registered. */
export type Probe = Probed & {
  readonly found: {
    readonly username: string;
    readonly webhook: string | null;
    readonly pending: number;
    readonly problem: string | null;
  };
};

/** Asks Telegram who we are, for whoever has just entered a token. Changes nothing. */
export const probe = async (connection: Connection): Promise<Result<Probe>> => {
  const api = apiOf(connection, 20);
  try {
    const { username } = await api.getMe();
    const info = await api.getWebhookInfo();
    const webhook = info.url === undefined || info.url === "" ? null : info.url;
    const pending = info.pending_update_count;
    const problem = info.last_error_message ?? null;
    return ok({
      stands: true,
      found: { username, webhook, pending, problem },
      lines: [
        { vi: `mã bot đúng, bot @${username}.`, en: `the token is right, bot @${username}.` },
        webhook
          ? {
              vi: `webhook ${webhook}, đang chờ ${pending} tin.`,
              en: `webhook ${webhook}, ${pending} messages wait.`,
            }
          : {
              vi: "chưa đăng ký webhook. Hỏi tin (polling) thì không cần; không thì khởi động máy chủ với PUBLIC_URL là https, máy tự đăng ký.",
              en: "no webhook is registered. Polling needs none; else start the server with a PUBLIC_URL of https, and it registers one.",
            },
        ...(problem
          ? [
              {
                vi: `lỗi gần nhất Telegram báo: ${problem}. Không có tin mới thì xem tên miền, chứng thư https và nginx.`,
                en: `the last fault Telegram tells of: ${problem}. Where no messages come, look at the domain, its certificate and nginx.`,
              },
            ]
          : []),
      ],
    });
  } catch (error) {
    return fail(faultIn(error));
  }
};

export const cure = (): readonly Bilingual[] => [
  {
    vi: "Kiểm tra TELEGRAM_BOT_TOKEN, và máy chủ có ra được mạng không.",
    en: "Check TELEGRAM_BOT_TOKEN, and whether the server reaches the internet.",
  },
];
