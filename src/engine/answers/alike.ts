import { canBe, type Word } from "../../kit/vietnamese-words.ts";

/** The same words, with marks left out at most. */
export const alike = (typed: readonly Word[], words: readonly Word[]): boolean =>
  typed.length === words.length && begins(typed, words);

/** Whether the second begins with the first. */
export const begins = (typed: readonly Word[], words: readonly Word[]): boolean =>
  typed.length > 0 &&
  typed.length <= words.length &&
  typed.every((word, i) => {
    const other = words[i];
    return other !== undefined && canBe(word, other);
  });

/** How much of what was typed stands somewhere in these words, 0–1; a slip of the finger in a longer word is forgiven. */
export const shared = (typed: readonly Word[], words: readonly Word[]): number =>
  typed.length === 0 ? 0 : typed.filter((word) => words.some((other) => nearly(word, other))).length / typed.length;

export const within = (typed: readonly Word[], words: readonly Word[]): boolean =>
  typed.length > 0 && typed.every((word) => words.some((other) => canBe(word, other)));

/** The same word, or one letter away where the word is long enough to be known all the same. */
const nearly = (typed: Word, word: Word): boolean => {
  if (canBe(typed, word)) return true;
  const [a, b] = [typed.key, word.key];
  return Math.min(a.length, b.length) >= 3 && oneSlip(a, b);
};

/** One letter more, less, other, or two that changed places. */
const oneSlip = (a: string, b: string): boolean => {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length > b.length) return a.slice(i + 1) === b.slice(i);
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  return (
    a.slice(i + 1) === b.slice(i + 1) || (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2))
  );
};
