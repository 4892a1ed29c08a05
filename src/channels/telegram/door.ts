import type { Connection } from "../channel.ts";
import type { Door } from "../definition.ts";
import { apiOf } from "./api.ts";

/** Under the name of the bot, which Telegram must be asked for; null while it does not say. */
export const door = async (connection: Connection): Promise<Door | null> => {
  try {
    const { username } = await apiOf(connection, 10).getMe();
    return { address: (code) => `https://t.me/${username}?start=${code}`, afterwards: null };
  } catch {
    return null;
  }
};
