import type { Api } from "grammy";
import type { Channel, Connection } from "../channel.ts";
import type { Gathering } from "../gathering.ts";
import { apis } from "./api.ts";
import { outcomeOf } from "./outcome.ts";

/**
 * What is done in a group, supergroup or channel: one sentence with the way to the private chat, when somebody puts the
 * bot there; then silence, or leaving, as the commune set (`groups`). Where it leaves it does so at any message, for it
 * may have been put there earlier. Nothing of a group is written down: what was told is remembered by this process alone.
 */
export const groups = (seconds: number): NonNullable<Channel["gathered"]> => {
  const apiFor = apis(seconds);
  const names = new Map<string, string>();
  const told = new Map<string, Promise<void>>();

  const nameOf = async (connection: Connection, api: Api): Promise<string> => {
    const key = `${connection.id} ${connection.settings.token}`;
    const name = names.get(key) ?? (await api.getMe()).username;
    names.set(key, name);
    return name;
  };

  const tell = async ({ chat, joined, language }: Gathering, connection: Connection): Promise<void> => {
    const leaves = connection.settings.groups === "leave";
    if (!joined && !leaves) return;
    const api = apiFor(connection);
    const name = await nameOf(connection, api);
    // Where it may not write, or is out again already, there is nothing more to do but to leave.
    await api
      .sendMessage(Number(chat), sentence[language === "en" ? "en" : "vi"](`https://t.me/${name}`))
      .catch(unlessRefused);
    if (leaves) await api.leaveChat(Number(chat)).catch(unlessRefused);
  };

  return async (gathering, connection) => {
    const key = `${connection.id} ${gathering.chat}`;
    // A group that becomes a supergroup gets another id; it is the same people, who have read it.
    const before = gathering.movedTo === undefined ? undefined : told.get(key);
    if (before) told.set(`${connection.id} ${gathering.movedTo}`, before);
    if (gathering.movedTo !== undefined) return;
    if (gathering.left) return void told.delete(key);
    if (told.has(key)) return;
    const telling = tell(gathering, connection);
    if (told.size >= 10_000) told.clear();
    if (gathering.joined || connection.settings.groups === "leave") told.set(key, telling);
    await telling.catch((error: unknown) => {
      told.delete(key);
      throw error;
    });
  };
};

const unlessRefused = (error: unknown): null => {
  const { outcome } = outcomeOf(error);
  if (outcome === "blocked" || outcome === "refused") return null;
  throw error;
};

const sentence = {
  vi: (link: string) =>
    `Để việc học của ai chỉ người ấy thấy, trợ lý chỉ trò chuyện riêng từng người: mời bà con bấm vào ${link}`,
  en: (link: string) => `So that nobody's learning is seen by others, I only talk one to one: please tap ${link}`,
} as const;
