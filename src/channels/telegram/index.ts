import type { Channel } from "../channel.ts";
import { alive } from "./alive.ts";
import { telegramCapabilities } from "./capabilities.ts";
import { groups } from "./groups.ts";
import { pressed } from "./pressed.ts";
import { receive } from "./receive.ts";
import { type SendDeps, sender } from "./send.ts";

export { botName } from "./name.ts";
export { poll } from "./polling.ts";
export { probe } from "./probe.ts";
export { setProfile } from "./profile.ts";
export type { SendDeps } from "./send.ts";
export { tryOut } from "./try-out.ts";
export { setWebhook } from "./webhook.ts";

/** The Telegram channel. Settings of a connection: `token`, `secret` (of the webhook), `apiRoot` (only for a Bot API server of one's own), `groups` (`leave`: it does not stay in any). */
export const telegram = (deps: SendDeps): Channel => ({
  capabilities: telegramCapabilities,
  receive,
  send: sender(deps),
  pressed: pressed(Math.min(10, deps.timeoutSeconds ?? 10)),
  gathered: groups(deps.timeoutSeconds ?? 20),
  alive: alive(Math.min(10, deps.timeoutSeconds ?? 10)),
});
