import { channelContract } from "./contract.ts";
import { zaloBotTown } from "./zalo-bot.ts";

channelContract("zalo-bot", zaloBotTown);
