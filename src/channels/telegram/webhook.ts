import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import type { Connection } from "../channel.ts";
import { apiOf } from "./api.ts";
import { allowedUpdates } from "./kinds.ts";
import { faultIn } from "./outcome.ts";

/** What Telegram says of our webhook: updates still waiting there, and its last failure to reach us, if any. */
export type WebhookState = { readonly pending: number; readonly problem: string | null };

/** Registers the address Telegram calls, with our secret. `url` is the whole public https address of this connection. */
export const setWebhook = async (connection: Connection, url: string): Promise<Result<WebhookState>> => {
  const { secret } = connection.settings;
  if (!url.startsWith("https://"))
    return fail(
      fault("CONFIG_INVALID", "Telegram calls only https addresses; set PUBLIC_URL to one, or TELEGRAM_MODE=polling"),
    );
  if (!secret || !SECRET.test(secret))
    return fail(fault("CONFIG_INVALID", "TELEGRAM_WEBHOOK_SECRET must be 1 to 256 of A-Z a-z 0-9 _ -"));
  const api = apiOf(connection, 30);
  try {
    await api.setWebhook(url, {
      secret_token: secret,
      allowed_updates: [...allowedUpdates],
      max_connections: CONNECTIONS,
    });
    const info = await api.getWebhookInfo();
    return ok({ pending: info.pending_update_count, problem: info.last_error_message ?? null });
  } catch (error) {
    return fail(faultIn(error, "setWebhook"));
  }
};

const SECRET = /^[A-Za-z0-9_-]{1,256}$/;

/** Chats are answered side by side; a hundred at once is what Telegram allows, and what one group commit likes. */
const CONNECTIONS = 100;
