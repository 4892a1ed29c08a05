/**
 * The most of one text that anybody looks at, counted in its longest normal form (NFKD, in UTF-16 units): `㌖` alone is
 * six of them and `ﷺ` eighteen, so a limit on what arrived says nothing about the work it makes. Twice what a chat message
 * may have (`limits.inputCharacters`), because Vietnamese with its marks apart is half as long again.
 */
export const longestText = 4_000;

/**
 * A text that can cost nobody more than its length: cut at `most`, without NUL and half surrogate pairs (which databases
 * refuse), and with no more than eight marks on a letter (a normaliser sorts them, in time that grows with their square;
 * no language stacks more). Every way in calls this before anything else looks. Of a bounded text it changes nothing.
 */
export const bounded = (text: string, most: number = longestText): string => {
  const whole = storable(text.length > most ? text.slice(0, most) : text);
  return compatibleApart(whole).length <= most ? whole : whole.slice(0, endWithin(whole, most));
};

/** The beginning of a text, at most so long in UTF-16 units, and never half a sign at its end. */
export const cut = (text: string, most: number): string =>
  text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "") : text;

/** How many signs of a text stand behind the bound: what `bounded` would cut away. For whoever refuses instead of cutting. */
export const beyondBound = (text: string): number => storable(text).length - bounded(text).length;

/** The same without the cut: of any length, but without what no database takes and no normaliser can bear. */
export const storable = (text: string): string =>
  unusual.test(text)
    ? text
        .replaceAll("\0", "")
        .replace(/\p{Cs}/gu, "")
        .replace(towers, "$1")
    : text;

const unusual = /[\0\p{Cs}\p{M}]/u;
const towers = /(\p{M}{8})\p{M}+/gu;

/** Where the last character ends that is still wholly within `most`. */
const endWithin = (text: string, most: number): number => {
  let length = 0;
  let end = 0;
  for (const character of text) {
    length += compatibleApart(character).length;
    if (length > most) return end;
    end += character.length;
  }
  return end;
};

/** In one piece each: "ế" typed as three signs and as one are the same text. For storing, showing and measuring. */
export const composed = (text: string): string => text.normalize("NFC");

/** Letters and their marks apart, for looking at the marks. */
export const decomposed = (text: string): string => text.normalize("NFD");

/** In one piece each, and letters of other shapes (full width, circled, ligatures) as plain ones. For comparing. */
export const compatible = (text: string): string => text.normalize("NFKC");

/** The same with marks apart. */
export const compatibleApart = (text: string): string => text.normalize("NFKD");

/** Vietnamese without its marks, d for đ; letters of other shapes as plain ones. All ways to compare begin here. */
const unmarked = (text: string): string =>
  compatibleApart(text)
    .replace(/\p{Mn}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");

/**
 * The bare form of Vietnamese text, for comparing: no diacritics, lower case, single spaces, no punctuation.
 * "Đồng ý!" and "dong y" fold to the same. Zero-width and direction marks vanish first, so they cannot hide a word.
 */
export const fold = (text: string): string =>
  unmarked(text)
    .replace(/[\p{Cf}\p{Cc}]/gu, " ")
    // The b of Bahnar and Jrai, which phones without their keyboard cannot write.
    .replace(/[ƀɃ]/g, "b")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?]+/gu, " ")
    .trim();

/** The same without the "?" that is a command here: two people ask one thing whether or not they end it with a mark. */
export const foldQuestion = (text: string): string => fold(text.replaceAll("?", " "));

/**
 * Text laid bare for looking at its characters one by one: no diacritics, lower case, plain digits in whatever script
 * they were typed, nothing invisible. Unlike `fold` it keeps punctuation, and zero-width marks vanish without a gap.
 */
export const bare = (text: string): string => plainSigns(text).replace(/\p{Nd}/gu, plainDigit);

/** The same, digits as they were typed. */
export const plainSigns = (text: string): string =>
  unmarked(text.replace(/\p{Cf}/gu, "").replace(/\p{Cc}/gu, " "))
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .toLowerCase();

/** Decimal digits stand in runs of ten, zero first, in every script Unicode knows. */
export const plainDigit = (digit: string): string => {
  if (digit >= "0" && digit <= "9") return digit;
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return String(value);
};
