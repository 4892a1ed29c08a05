import type { Channel } from "../channel.ts";
import type { ChannelDefinition } from "../definition.ts";
import { alive } from "./alive.ts";
import { zaloOaCapabilities } from "./capabilities.ts";
import { consentLink } from "./consent.ts";
import { CONSENT_PAGE, consentPage } from "./consent-page.ts";
import type { ZaloDeps } from "./deps.ts";
import { door } from "./door.ts";
import { probe } from "./probe.ts";
import { pushCost } from "./push-cost.ts";
import { reachMs } from "./reach.ts";
import { receiver } from "./receive.ts";
import { sender } from "./send.ts";
import { settings } from "./settings.ts";
import { setUp } from "./setup.ts";
import { startTokens } from "./start-tokens.ts";
import { state } from "./state.ts";
import { type Tokens, tokens } from "./tokens.ts";
import { VERIFICATION_META, VERIFICATION_PAGES, verificationPages } from "./verification.ts";

export const zaloOaChannel: ChannelDefinition<ZaloDeps & { readonly publicUrl: string }> = {
  name: "zalo-oa",
  words: {
    name: { vi: "Zalo OA", en: "Zalo OA" },
    title: { vi: "Zalo Official Account", en: "Zalo Official Account" },
    within: { vi: "Zalo", en: "Zalo" },
    unset: {
      vi: "đặt ZALO_OA_APP_ID và các biến ZALO_OA_ khác",
      en: "set ZALO_OA_APP_ID and the other ZALO_OA_ settings",
    },
    started: (_, { commune, webhook }) => `xã ${commune}, webhook ${webhook}`,
    probeTakes: "USER",
  },
  capabilities: zaloOaCapabilities,
  settings,
  connections: "default",
  open: (parts, { proof }) => {
    const deps = { ...parts, held: tokens(parts) };
    return {
      channel: zaloOa(deps, deps.held),
      tend: (connections, clockwork) => startTokens(deps.held, clockwork, connections),
      probe: (connection, to) => probe(deps, connection, to),
      state: (connection) => state(deps, connection),
      reconnect: (connection) => consentLink(deps, connection, `${parts.publicUrl}${CONSENT_PAGE}`),
      reachMs,
      door,
      pushCost: (connection, seenAt, now) => pushCost(parts.money, connection, seenAt, now),
      serve: (app, served) => {
        consentPage(app, deps, served);
        verificationPages(app, proof);
      },
      ...(proof === null ? {} : { homeMeta: { name: VERIFICATION_META, content: proof } }),
    };
  },
  setUp,
  routes: Object.fromEntries([CONSENT_PAGE, ...VERIFICATION_PAGES].map((page) => [`GET ${page}`, "page" as const])),
};

/** How it receives and sends. `held`: the tokens, one of it in a process. */
export const zaloOa = (deps: ZaloDeps, held: Tokens): Channel => ({
  capabilities: zaloOaCapabilities,
  receive: receiver(deps),
  send: sender(deps, held),
  alive: alive(deps, held),
});
