import { fail, ok, type Result } from "../../kit/result.ts";
import type { Connection } from "../channel.ts";
import { apiOf } from "./api.ts";
import { faultIn } from "./outcome.ts";

/** What Telegram says of our bot and its webhook; `webhook` is null when none is registered. */
export type Probe = {
  readonly username: string;
  readonly webhook: string | null;
  readonly pending: number;
  readonly problem: string | null;
};

/** Asks Telegram who we are, for whoever has just entered a token. Changes nothing. */
export const probe = async (connection: Connection): Promise<Result<Probe>> => {
  const api = apiOf(connection, 20);
  try {
    const me = await api.getMe();
    const info = await api.getWebhookInfo();
    return ok({
      username: me.username,
      webhook: info.url === undefined || info.url === "" ? null : info.url,
      pending: info.pending_update_count,
      problem: info.last_error_message ?? null,
    });
  } catch (error) {
    return fail(faultIn(error));
  }
};
