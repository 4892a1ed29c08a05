import type { Connection } from "../channels/channel.ts";
import { botName } from "../channels/telegram/index.ts";
import { settingsOf as oaSettings } from "../channels/zalo-oa/settings.ts";
import type { Doors } from "../desk/deps.ts";

/**
 * Where a commune's chats are opened from a poster. The name of a Telegram bot is asked of Telegram behind the page and
 * shown from then on: a page must not wait for a product that may be out of reach.
 */
export const doors = (
  connected: ReadonlyMap<string, { readonly connection: Connection }>,
): ((commune: string) => Doors) => {
  const names = new Map<string, string>();
  const asking = new Set<string>();
  const nameOf = (connection: Connection): string | null => {
    const { id } = connection;
    if (!names.has(id) && !asking.has(id)) {
      asking.add(id);
      void botName(connection)
        .then((name) => name && names.set(id, name))
        .finally(() => asking.delete(id));
    }
    return names.get(id) ?? null;
  };
  const of = (commune: string, channel: Connection["channel"]) =>
    [...connected.values()].find(({ connection: c }) => c.commune === commune && c.channel === channel)?.connection;
  return (commune) => {
    const bot = of(commune, "telegram");
    const oa = of(commune, "zalo-oa");
    return { telegram: bot ? nameOf(bot) : null, zaloOa: (oa && oaSettings(oa)?.oaId) || null };
  };
};
