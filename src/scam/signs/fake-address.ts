import { looksLike } from "../host.ts";
import type { Sign } from "../sign.ts";

/** The name of a state body, bank, carrier or post on somebody else's address. */
export const fakeAddress: Sign = ({ links }) => links.filter(looksLike).map(({ at }) => ({ at, weight: 3 }));
