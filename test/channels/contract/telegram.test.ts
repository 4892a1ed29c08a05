import { channelContract } from "./contract.ts";
import { telegramTown } from "./telegram.ts";

channelContract("telegram", telegramTown);
