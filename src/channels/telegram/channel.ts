import type { ChannelDefinition } from "../definition.ts";
import { telegramCapabilities } from "./capabilities.ts";
import type { SendDeps } from "./send.ts";
import { settings } from "./settings.ts";

/** grammY is loaded where the channel is opened or set up: the checker and the help, which read the list too, do not wait for it. */
export const telegramChannel: ChannelDefinition<SendDeps> = {
  name: "telegram",
  words: {
    name: { vi: "Telegram", en: "Telegram" },
    title: { vi: "Telegram", en: "Telegram" },
    within: { vi: "Telegram", en: "Telegram" },
    unset: { vi: "đặt TELEGRAM_BOT_TOKEN", en: "set TELEGRAM_BOT_TOKEN" },
    started: ({ secret }, { commune }) => `${secret === undefined ? "polling" : "webhook"}, xã ${commune}`,
  },
  capabilities: telegramCapabilities,
  settings,
  connections: "default",
  open: async (deps) => (await import("./open.ts")).open(deps),
  setUp: async (session, parts) => (await import("./setup.ts")).setUp(session, parts),
};
