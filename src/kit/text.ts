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
  const whole = clean(text.length > most ? text.slice(0, most) : text);
  return whole.normalize("NFKD").length <= most ? whole : whole.slice(0, endWithin(whole, most));
};

const clean = (text: string): string =>
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
    length += character.normalize("NFKD").length;
    if (length > most) return end;
    end += character.length;
  }
  return end;
};
