import type { Channel } from "../channel.ts";
import { alive } from "./alive.ts";
import { zaloOaCapabilities } from "./capabilities.ts";
import type { ZaloDeps } from "./deps.ts";
import { receiver } from "./receive.ts";
import { sender } from "./send.ts";
import type { Tokens } from "./tokens.ts";

export { zaloOaCapabilities } from "./capabilities.ts";
export { consented, consentLink } from "./consent.ts";
export type { ZaloDeps, ZaloStore } from "./deps.ts";
export { triedApp } from "./oauth.ts";
export { previewWindows } from "./preview.ts";
export { probe } from "./probe.ts";
export { reachMs } from "./reach.ts";
export { startTokens } from "./start-tokens.ts";
export { tokenState } from "./token-state.ts";
export { type TokenDeps, type Tokens, tokens } from "./tokens.ts";

/** The Zalo Official Account channel. Settings of a connection: see settings.ts. `held`: the tokens, one of it in a process. */
export const zaloOa = (deps: ZaloDeps, held: Tokens): Channel => ({
  capabilities: zaloOaCapabilities,
  receive: receiver(deps),
  send: sender(deps, held),
  alive: alive(deps, held),
});
