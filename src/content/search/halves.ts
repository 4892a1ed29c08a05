import { phrasesOf } from "../../kit/phrases.ts";
import { bounded } from "../../kit/text.ts";
import { wordsOf } from "../../kit/vietnamese-words.ts";

/**
 * The ways to take a message as two: at the end of a sentence, at a comma, and before a word that joins two matters
 * ("với lại", "còn"). Whether they are two is for the search to say, of each half; so what is tried is bounded.
 */
export const halvesOf = (joins: readonly string[]): ((text: string) => readonly Halves[]) => {
  const joining = phrasesOf(joins);
  return (text) => {
    // Before anything reads it: some characters are eighteen once they are taken apart.
    if (text.length > longestText) return [];
    const parts = bounded(text, longestText)
      .split(/\s+/u)
      .filter((part) => wordsOf(part).length > 0);
    if (parts.length < 2 * least || parts.length > longest) return [];
    const words = parts.map((part) => wordsOf(part)[0]).filter((word) => word !== undefined);
    const cuts = parts.flatMap((_, at) => {
      if (at < least || parts.length - at < least) return [];
      const before = parts[at - 1] ?? "";
      const skips = Math.max(0, ...joining.from(words, at));
      const rank = endsSentence(before) ? 0 : skips > 0 ? 1 : before.endsWith(",") ? 2 : null;
      return rank === null ? [] : [{ at, rank, skips }];
    });
    return cuts
      .sort((a, b) => a.rank - b.rank || b.skips - a.skips || a.at - b.at)
      .slice(0, tried)
      .map(({ at, skips }) => [parts.slice(0, at).join(" "), parts.slice(at + skips).join(" ")]);
  };
};

export type Halves = readonly [string, string];

/** Read from its end: a sign that ends a sentence comes before any letter. */
const endsSentence = (part: string): boolean => {
  const sign = [...part].findLast((c) => /^[\p{L}.?!;\u2026]$/u.test(c)) ?? "";
  return ".?!;\u2026".includes(sign) && sign !== "";
};

/** Half a question has two words at least: "mất sim". */
const least = 2;
/** What is longer tells one story from several sides. */
const longest = 60;
/** Characters that so many words fit into. */
const longestText = 20 * longest;
/** Each costs two searches, and all of them must fit into the milliseconds of one. */
const tried = 4;
