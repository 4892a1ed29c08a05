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
        { vi: `Telegram: đúng, @${username}.`, en: `Telegram: right, @${username}.` },
        webhook
          ? {
              vi: `  Webhook: ${webhook}, đang chờ ${pending} tin.`,
              en: `  Webhook: ${webhook}, ${pending} messages wait.`,
            }
          : {
              vi: "  Chưa đăng ký webhook; máy chủ sẽ đăng ký khi chạy với PUBLIC_URL là https.",
              en: "  No webhook is registered; the server will when it runs with a PUBLIC_URL of https.",
            },
        ...(problem
          ? [{ vi: `  Lỗi gần nhất Telegram báo: ${problem}`, en: `  The last fault Telegram tells of: ${problem}` }]
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
