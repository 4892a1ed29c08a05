import { letterOf } from "./look-alike-letters.ts";
import { joined, type View } from "./view.ts";

/**
 * Lower case, without diacritics, without anything invisible, with letters of other scripts as the Latin ones they
 * look like: so "ОТР" in Cyrillic and "O\u200bTP" are both "otp". Punctuation and spaces stay.
 */
export const plain = (text: string): View => {
  const pieces: { text: string; at: readonly [number, number] }[] = [];
  let from = 0;
  for (const sign of text) {
    const to = from + sign.length;
    pieces.push({ text: bareOf(sign), at: [from, to] });
    from = to;
  }
  return joined(pieces);
};

const bareOf = (sign: string): string => {
  if (sign === "\n") return "\n";
  if (/\p{Cf}/u.test(sign)) return "";
  if (/\p{Cc}/u.test(sign)) return " ";
  const known = letterOf.get(sign);
  if (known !== undefined) return known;
  const bare = sign
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/[đĐ]/gu, "d")
    .toLowerCase();
  return letterOf.get(bare) ?? bare;
};
