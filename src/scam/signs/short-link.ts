import type { Sign } from "../sign.ts";

const services = new Set(
  "bit.ly tinyurl.com t.co goo.gl cutt.ly is.gd rb.gy s.id shorturl.at ow.ly buff.ly rebrand.ly t.ly tiny.cc v.gd shorten.asia bitly.com linktr.ee bom.so urlvn.net link1s.com lnkd.in qr.ae".split(
    " ",
  ),
);

export const shortened = (host: string): boolean => services.has(host.replace(/^www\./, ""));

/** An address that hides where it leads. Shops use them too: a reason to ask, no proof. */
export const shortLink: Sign = ({ links }) =>
  links.filter((l) => shortened(l.host)).map(({ at }) => ({ at, weight: 2 }));
