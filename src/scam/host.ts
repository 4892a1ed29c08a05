import { brands } from "./brands.ts";
import type { Link } from "./links.ts";
import { plainView } from "./plain.ts";
import { unpuny } from "./punycode.ts";

/** Somebody else's name on a stranger's address: vneid-capnhat.top, vietc0mbank.com, bidv.com.vn.login.cc. */
export const looksLike = (link: Link): boolean => {
  if (link.host.startsWith("xn--") || link.host.includes(".xn--") || foreignLetters(link))
    return named(plainView(unpuny(link.host)).text);
  return !real(link.host) && named(link.host);
};

/** An address of a state body or of somebody whose name we know. */
export const real = (host: string): boolean => {
  const bare = host.replace(/\.$/, "");
  return under(bare, "gov.vn") || brands.some((b) => b.real.some((r) => under(bare, r)));
};

const under = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

/** A letter of another alphabet in the host as it was written; diacritics of Vietnamese count too, no brand uses them there. */
const foreignLetters = (link: Link): boolean => {
  const host = /^(?:[a-z]+:\/\/)?([^/?#]+)/iu.exec(link.written)?.[1] ?? "";
  return /[^\p{ASCII}]/u.test(host.replace(/\p{Cf}/gu, ""));
};

const named = (host: string): boolean => {
  const parts = host.split(/[.-]/);
  const guises = [host, skeleton(host)].flatMap((h) => [h, h.replace(/-/g, "")]);
  const pieces = new Set([...parts, ...skeleton(host).split(/[.-]/)].flatMap((p) => [p, p.replace(/\d+/g, "")]));
  if (stateLike(host, pieces)) return true;
  return brands.some((b) =>
    b.names.some((name) =>
      name.length > 5
        ? guises.some((g) => g.includes(name)) || [...pieces].some((p) => near(p, name))
        : [...pieces].some((p) => p === name || (name.length === 5 && p.includes(name))),
    ),
  );
};

/** "gov" outside the place only states get it: dichvucong-gov.vn, gov.vn.top. Other states' own `.gov.xx` are left alone. */
const stateLike = (host: string, pieces: ReadonlySet<string>): boolean =>
  (pieces.has("gov") || pieces.has("govn") || pieces.has("govvn")) && !/\.gov(?:\.[a-z]{2})?$/.test(host);

/** Digits and pairs that are read as letters. */
const skeleton = (host: string): string =>
  host
    .replace(/0/g, "o")
    .replace(/1/g, "l")
    .replace(/3/g, "e")
    .replace(/4/g, "a")
    .replace(/5/g, "s")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w");

/** One letter too many, too few or other, in a name long enough that this is no chance. */
const near = (part: string, name: string): boolean => {
  if (name.length < 7 || part === name || Math.abs(part.length - name.length) > 1) return part === name;
  let i = 0;
  while (i < part.length && part[i] === name[i]) i += 1;
  const [p, n] = [part.slice(i), name.slice(i)];
  return (
    p.slice(1) === n.slice(1) ||
    p.slice(1) === n ||
    p === n.slice(1) ||
    (p[0] === n[1] && p[1] === n[0] && p.slice(2) === n.slice(2))
  );
};
