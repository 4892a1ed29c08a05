import { telegramChannel } from "./telegram/channel.ts";
import { webChannel } from "./web/channel.ts";
import { zaloBotChannel } from "./zalo-bot/channel.ts";
import { zaloOaChannel } from "./zalo-oa/channel.ts";

/** Every channel of the house, in the order in which it speaks of them. A new one is added here and nowhere else. */
export const allChannels = [webChannel, telegramChannel, zaloOaChannel, zaloBotChannel] as const;
