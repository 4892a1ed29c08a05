import { longestText, plainSigns } from "../kit/text.ts";
import { letterOf } from "./look-alike-letters.ts";
import { joined, type PlainView } from "./view.ts";

/**
 * Lower case, without diacritics, without anything invisible, with letters of other scripts as the Latin ones they
 * look like: so "ОТР" in Cyrillic and "O\u200bTP" are both "otp". Punctuation and spaces stay.
 */
export const plainView = (text: string): PlainView => {
  const pieces: { text: string; at: readonly [number, number] }[] = [];
  let from = 0;
  let length = 0;
  for (const sign of text) {
    // `ﷺ` is eighteen letters: how long a text is, is known once it is plain.
    if (length >= longestText) break;
    const to = from + sign.length;
    const bare = bareOf(sign);
    pieces.push({ text: bare, at: [from, to] });
    length += bare.length;
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
  const bare = plainSigns(sign);
  return letterOf.get(bare) ?? bare;
};
