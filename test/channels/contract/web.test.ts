import { channelContract } from "./contract.ts";
import { webTown } from "./web.ts";

channelContract("web", webTown);
