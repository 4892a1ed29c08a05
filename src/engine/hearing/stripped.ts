import type { Phrases } from "../../kit/phrases.ts";
import type { Word } from "../../kit/vietnamese-words.ts";

/** More words than this are a sentence, and not an answer with something polite around it. */
const longest = 24;

/**
 * What was said without what politeness puts around it, every way it can be taken off: all of it first, then less and
 * less. Whoever looks for an answer takes the first that is one, so "không đồng ý" is heard before "đồng ý", and a name
 * that is also a form of address is not lost.
 */
export const stripped = (
  words: readonly Word[],
  before: Phrases,
  after: Phrases,
  calling: Phrases,
): readonly (readonly Word[])[] => {
  if (words.length === 0 || words.length > longest) return words.length === 0 ? [] : [words];
  const starts = reached(words, before);
  const ends = reachedBack(words, after);
  const kept = starts.flatMap((from) => ends.flatMap((to) => (from < to ? [{ from, to }] : [])));
  // "Em ơi, ông nhé": whom somebody calls is not what they answer.
  const called = (to: number): number => (calling.has(words.slice(to, to + 1)) ? 1 : 0);
  return kept
    .sort((a, b) => b.to - b.from - (a.to - a.from) || called(a.to) - called(b.to) || a.from - b.from)
    .map(({ from, to }) => words.slice(from, to));
};

const reached = (words: readonly Word[], before: Phrases): readonly number[] => {
  const found = [0];
  for (const at of found) for (const n of before.from(words, at)) if (!found.includes(at + n)) found.push(at + n);
  return found;
};

const reachedBack = (words: readonly Word[], after: Phrases): readonly number[] => {
  const found = [words.length];
  for (const end of found)
    for (let n = 1; n <= 5 && n <= end; n++)
      if (!found.includes(end - n) && after.has(words.slice(end - n, end))) found.push(end - n);
  return found;
};
