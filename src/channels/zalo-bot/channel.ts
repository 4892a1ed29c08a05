import { alive } from "../alive.ts";
import type { Channel } from "../channel.ts";
import type { ChannelDefinition } from "../definition.ts";
import { api } from "./api.ts";
import { zaloBotCapabilities } from "./capabilities.ts";
import { listen } from "./listen.ts";
import { outcomeOf } from "./outcome.ts";
import { PICTURE_PAGE, picturePage } from "./picture-page.ts";
import type { Usage } from "./plan.ts";
import { cure, type ProbeDeps, probe } from "./probe.ts";
import { receive } from "./receive.ts";
import { type SendDeps, sender } from "./send.ts";
import { settings, settingsOf } from "./settings.ts";
import { setUp } from "./setup.ts";
import { pictureAddresses } from "./signed-url.ts";
import { state } from "./state.ts";

type Parts = {
  /** Epoch ms. */
  readonly now: () => number;
  readonly usage: Usage & { readonly used: ProbeDeps["used"] };
  readonly publicUrl: string;
  /** Signs the addresses of pictures. */
  readonly signing: string;
  readonly picture: (card: string, language: string) => Promise<Uint8Array | null>;
  readonly certificate: (code: string) => Promise<Uint8Array | null>;
  /** Staff must see it. */
  readonly warn: (text: string, connection: string) => void;
};

export const zaloBotChannel: ChannelDefinition<Parts> = {
  name: "zalo-bot",
  words: {
    name: { vi: "Zalo Bot", en: "Zalo Bot" },
    title: { vi: "Zalo Bot", en: "Zalo Bot" },
    within: { vi: "Zalo Bot", en: "Zalo Bot" },
    unset: { vi: "đặt ZALO_BOT_TOKEN", en: "set ZALO_BOT_TOKEN" },
    started: (_, { commune }) => `xã ${commune}`,
  },
  capabilities: zaloBotCapabilities,
  settings,
  connections: "default",
  open: (parts) => {
    const { now, usage, publicUrl, signing, warn } = parts;
    const { used } = usage;
    const raise: SendDeps["raise"] = ({ text }, connection) => warn(text.vi, connection);
    return {
      channel: zaloBot({ now, usage, raise, ...pictureAddresses({ publicUrl, key: signing, now }) }),
      listen,
      probe: (connection) => {
        const address = connection.settings.secret ? `${publicUrl}/webhooks/zalo-bot/default` : null;
        return probe({ now, used, address }, connection);
      },
      cure,
      state: (connection) => state({ now, used }, connection),
      serve: (app) => picturePage(app, parts),
    };
  },
  setUp,
  routes: { [`GET ${PICTURE_PAGE}`]: "picture" },
};

/** How it receives and sends. */
export const zaloBot = (deps: SendDeps): Channel => ({
  capabilities: zaloBotCapabilities,
  receive,
  send: sender(deps),
  alive: alive(async (connection) => {
    const settings = settingsOf(connection);
    if (!settings) return null;
    const reply = await api(settings, "getMe", {}, Math.min(10_000, deps.timeoutMs ?? 10_000));
    return reply.kind === "done" ? null : outcomeOf(reply);
  }),
});
