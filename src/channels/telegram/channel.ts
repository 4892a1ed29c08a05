import type { Channel } from "../channel.ts";
import type { ChannelDefinition } from "../definition.ts";
import { alive } from "./alive.ts";
import { telegramCapabilities } from "./capabilities.ts";
import { door } from "./door.ts";
import { groups } from "./groups.ts";
import { listen } from "./listen.ts";
import { pressed } from "./pressed.ts";
import { cure, probe } from "./probe.ts";
import { receive } from "./receive.ts";
import { type SendDeps, sender } from "./send.ts";
import { settings } from "./settings.ts";
import { setUp } from "./setup.ts";

export const telegramChannel: ChannelDefinition<SendDeps> = {
  name: "telegram",
  words: {
    name: { vi: "Telegram", en: "Telegram" },
    title: { vi: "Telegram", en: "Telegram" },
    within: { vi: "Telegram", en: "Telegram" },
    unset: "đặt TELEGRAM_BOT_TOKEN",
    started: ({ secret }, { commune }) => `${secret === undefined ? "polling" : "webhook"}, xã ${commune}`,
  },
  capabilities: telegramCapabilities,
  settings,
  connections: "default",
  open: (deps) => ({ channel: telegram(deps), listen, probe, cure, door }),
  setUp,
};

/** How it receives and sends. */
export const telegram = (deps: SendDeps): Channel => ({
  capabilities: telegramCapabilities,
  receive,
  send: sender(deps),
  pressed: pressed(Math.min(10, deps.timeoutSeconds ?? 10)),
  gathered: groups(deps.timeoutSeconds ?? 20),
  alive: alive(Math.min(10, deps.timeoutSeconds ?? 10)),
});
