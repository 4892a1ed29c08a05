import { isSyllable } from "../respell.ts";
import { lookUp, type Spellings, without } from "./spellings.ts";

/**
 * Mends a word nobody wrote in the content: one slip of the finger, two words run together, or a spelling by ear
 * (s/x, ch/tr, d/gi/r, l/n). A word that cannot be mended comes back as it is, and then counts as not understood.
 */
export const createRepair = (spellings: Spellings): ((word: string) => readonly string[]) => {
  const { count, slip, heard } = lookUp(spellings);
  return (word) => {
    if (word.length < 3 || word.length > 16 || /\d/.test(word) || count(word) > 0) return [word];
    // A sound syllable that the content does not know is another word, not a slip: "tuần" is not "từng".
    const ear = heard(word);
    if (ear) return [ear];
    if (word.length >= 5) {
      const apart = runTogether(word, count);
      if (apart) return apart;
    }
    if (word.length < 4 || isSyllable(word)) return [word];
    const near = [word, ...without(word)].flatMap((w) => slip(w) ?? []).filter((w) => oneSlip(w, word));
    return [near.sort((a, b) => count(b) - count(a))[0] ?? word];
  };
};

/** One letter more, less, other, or two that changed places. */
const oneSlip = (a: string, b: string): boolean => {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  // Another letter in a short word is too often another word: "proto" is not "photo".
  return (
    (a.length > 5 && restA.slice(1) === restB.slice(1)) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
};

const runTogether = (word: string, count: (word: string) => number): readonly string[] | null => {
  let best: { words: readonly string[]; weight: number } | null = null;
  for (let at = 2; at <= word.length - 2; at++) {
    const words = [word.slice(0, at), word.slice(at)] as const;
    const weight = Math.min(count(words[0]), count(words[1]));
    if (weight > (best?.weight ?? 1)) best = { words, weight };
  }
  return best?.words ?? null;
};
