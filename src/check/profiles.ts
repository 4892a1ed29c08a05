import { allChannels } from "../channels/all.ts";
import type { Capabilities } from "../channels/capabilities.ts";

/** What the channels can show: everything taught is proven on each of them. */
export const profiles: readonly Capabilities[] = allChannels.map((channel) => channel.capabilities);
