import { looksLike, real } from "../host.ts";
import type { Sight, Sign } from "../sign.ts";
import { shortened } from "./short-link.ts";

/** Endings that cost nothing or almost nothing and are thrown away after a few days; no Vietnamese body uses them. */
const cheap =
  /\.(top|xyz|vip|cc|icu|club|online|site|live|click|link|tk|ml|cf|ga|gq|pw|work|fun|space|website|win|bid|loan|life|buzz|cyou|sbs|cfd|monster|rest|lol|bond|tokyo|ru|today|world|pro)$/;

/** A bare number or disguised letters instead of a name, or an address of the throw-away kind. */
export const strangeAddress: Sign = ({ links }) =>
  links.flatMap((link): Sight[] => {
    if (looksLike(link) || real(link.host) || shortened(link.host)) return [];
    if (/^\d+(\.\d+){3}$/.test(link.host)) return [{ at: link.at, weight: 3 }];
    if (link.host.includes("xn--")) return [{ at: link.at, weight: 3 }];
    return cheap.test(link.host) ? [{ at: link.at, weight: 2 }] : [];
  });
