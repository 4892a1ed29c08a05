import { channelContract } from "./contract.ts";
import { zaloOaTown } from "./zalo-oa.ts";

channelContract("zalo-oa", zaloOaTown);
