import { bareKey, canBe, type Word, wordsOf } from "./vietnamese-words.ts";

/** A list of phrases to be found again in what people type, whatever marks they leave out. */
export type Phrases = {
  /** Whether these words are one of the phrases, all of them. */
  readonly has: (words: readonly Word[]) => boolean;
  /** The same with every mark as it is written in the list. */
  readonly exact: (words: readonly Word[]) => boolean;
  /** The words a phrase can begin with, without their marks: where none stands, nothing of the list does. */
  readonly begins: readonly string[];
  /** How many words each phrase takes that begins at this place; `written`: with every mark, as the list has it. */
  readonly from: (words: readonly Word[], at: number, written?: boolean) => readonly number[];
};

export const phrasesOf = (texts: readonly string[]): Phrases => {
  const byKey = new Map<string, (readonly Word[])[]>();
  for (const text of texts) {
    const words = wordsOf(text);
    if (words.length > 0) byKey.set(bareKey(words), [...(byKey.get(bareKey(words)) ?? []), words]);
  }
  // Most words begin no phrase at all: that is known before anything is put together.
  const lengthsBy = new Map<string, readonly number[]>();
  for (const words of [...byKey.values()].flat()) {
    const first = words[0]?.key ?? "";
    lengthsBy.set(
      first,
      [...new Set([...(lengthsBy.get(first) ?? []), words.length])].sort((a, b) => a - b),
    );
  }
  const longest = Math.max(0, ...[...byKey.values()].flat().map((words) => words.length));
  const has = (words: readonly Word[]): boolean =>
    words.length <= longest &&
    (byKey.get(bareKey(words))?.some((phrase) => phrase.every((word, i) => spells(words[i], word))) ?? false);
  const exact = (words: readonly Word[]): boolean =>
    byKey.get(bareKey(words))?.some((phrase) => phrase.every((word, i) => identical(words[i], word))) ?? false;
  return {
    has,
    exact,
    begins: [...lengthsBy.keys()],
    from: (words, at, written = false) => {
      const first = words[at];
      const lengths = first && lengthsBy.get(first.key);
      return lengths
        ? lengths.filter((n) => at + n <= words.length && (written ? exact : has)(words.slice(at, at + n)))
        : none;
    },
  };
};

/** Whether a text is typed with its marks, so that a word without one has none: "bao giờ" holds no "bão". */
export const isMarked = (words: readonly Word[]): boolean =>
  words.filter((w) => w.tone !== "" || w.letters !== w.key).length * 3 >= words.length;

const none: readonly number[] = [];

const spells = (typed: Word | undefined, word: Word): boolean => typed !== undefined && canBe(typed, word);

const identical = (typed: Word | undefined, word: Word): boolean =>
  typed?.letters === word.letters && typed.tone === word.tone;
