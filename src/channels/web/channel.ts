import { channelSettings } from "../channel-settings.ts";
import type { ChannelDefinition } from "../definition.ts";
import { capabilities } from "./capabilities.ts";

/** The commune's own page: it sends by `routes.ts`, and fetches what was said, so nothing is sent to it. */
export const webChannel: ChannelDefinition<unknown> = {
  name: "web",
  words: {
    name: { vi: "Trang web", en: "Web page" },
    title: { vi: "Trang web", en: "Web page" },
    within: { vi: "trang web", en: "web page" },
    unset: null,
    started: () => null,
  },
  capabilities,
  settings: channelSettings({}, { needs: [], read: () => ({ connection: null, proof: null }) }),
  connections: "each-commune",
  open: () => ({ channel: null }),
  routes: {
    "POST /chat/messages": "chat",
    "GET /chat/messages": "read",
    "GET /chat/stream": "read",
  },
};
