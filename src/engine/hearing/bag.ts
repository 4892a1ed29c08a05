import { type Phrases, phrasesOf } from "../../kit/phrases.ts";
import { bareKey, type Word, wordsOf } from "../../kit/vietnamese-words.ts";

/**
 * Tells which kind a text is by a phrase of that kind, where everything around it carries no matter of its own: "cháu ơi
 * bác cảm ơn nhiều nhé" is thanks, "cảm ơn, thế nộp hồ sơ ở đâu" is not. The longest phrase decides.
 */
export const bagOf = (kinds: readonly (readonly [string, readonly string[]])[], filler: readonly string[]) => {
  const lists = kinds.map(([kind, texts]) => [kind, phrasesOf(texts)] as const);
  const empty = phrasesOf(filler);
  const known = new Set(kinds.flatMap(([, texts]) => texts.map((t) => bareKey(wordsOf(t)).split(" ")[0])));
  return (words: readonly Word[]): string | null => {
    if (words.length === 0 || words.length > LONGEST || !words.some((w) => known.has(w.key))) return null;
    const found = lists.flatMap(([kind, list]) =>
      words.flatMap((_, at) => list.from(words, at).map((n) => ({ kind, list, at, n }))),
    );
    const best = found.sort((a, b) => b.n - a.n).find(({ list, at, n }) => carried(words, at, n, list, empty));
    return best?.kind ?? null;
  };
};

const LONGEST = 16;

/** Whether all words but these are filler, or the same kind said once more. */
const carried = (words: readonly Word[], at: number, n: number, list: Phrases, empty: Phrases): boolean => {
  let i = 0;
  while (i < words.length) {
    if (i === at) {
      i += n;
      continue;
    }
    const longest = Math.max(0, ...empty.from(words, i), ...list.from(words, i));
    if (longest === 0) return false;
    i = i < at ? Math.min(i + longest, at) : i + longest;
  }
  return true;
};
