import type { Connection } from "../channel.ts";
import { apiOf } from "./api.ts";

/** The name under which a bot is opened, `t.me/NAME`; null while Telegram does not say. */
export const botName = async (connection: Connection): Promise<string | null> => {
  try {
    return (await apiOf(connection, 10).getMe()).username;
  } catch {
    return null;
  }
};
