import type { Channel } from "../channel.ts";
import { alive } from "./alive.ts";
import { zaloBotCapabilities } from "./capabilities.ts";
import { receive } from "./receive.ts";
import { type SendDeps, sender } from "./send.ts";

export type { PlanWarning } from "./plan.ts";
export { type PollingDeps, poll } from "./polling.ts";
export { probe } from "./probe.ts";
export type { SendDeps } from "./send.ts";
export { setWebhook } from "./webhook.ts";

/**
 * The channel of the Zalo Bot Platform. Settings of a connection: `token`, `secret` (of the webhook), `apiRoot` (for
 * tests), `planUsers` and `planMessages` (the plan's limits a month, 0 = none).
 */
export const zaloBot = (deps: SendDeps): Channel => ({
  capabilities: zaloBotCapabilities,
  receive,
  send: sender(deps),
  alive: alive(Math.min(10_000, deps.timeoutMs ?? 10_000)),
});
