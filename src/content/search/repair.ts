import { isSyllable } from "../respell.ts";

/**
 * Mends a word nobody wrote in the content: one slip of the finger, two words run together, or a spelling by ear
 * (s/x, ch/tr, d/gi/r, l/n). A word that cannot be mended comes back as it is, and then counts as not understood.
 */
export const createRepair = (known: ReadonlyMap<string, number>): ((word: string) => readonly string[]) => {
  const slips = new Map<string, string>();
  const heard = new Map<string, string>();
  const better = (word: string, than: string | undefined): boolean =>
    than === undefined || (known.get(word) ?? 0) > (known.get(than) ?? 0);
  for (const word of known.keys()) {
    const sound = byEar(word);
    if (better(word, heard.get(sound))) heard.set(sound, word);
    if (word.length < 4 || word.length > 14) continue;
    for (const less of [word, ...without(word)]) if (better(word, slips.get(less))) slips.set(less, word);
  }
  return (word) => {
    if (known.has(word) || word.length < 3 || word.length > 16 || /\d/.test(word)) return [word];
    // A sound syllable that the content does not know is another word, not a slip: "tuần" is not "từng".
    const ear = heard.get(byEar(word));
    if (ear) return [ear];
    if (word.length >= 5) {
      const apart = runTogether(word, known);
      if (apart) return apart;
    }
    if (word.length < 4 || isSyllable(word)) return [word];
    const near = [word, ...without(word)].flatMap((w) => slips.get(w) ?? []).filter((w) => oneSlip(w, word));
    return [near.sort((a, b) => (known.get(b) ?? 0) - (known.get(a) ?? 0))[0] ?? word];
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

const without = (word: string): string[] => [...word].map((_, i) => word.slice(0, i) + word.slice(i + 1));

const byEar = (word: string): string =>
  word
    .replace(/^x/, "s")
    .replace(/^tr/, "ch")
    .replace(/^(?:gi|r|z)(?=[aeiouy])/, "d")
    .replace(/^n(?=[aeiouy])/, "l")
    .replace(/^f/, "ph")
    .replace(/ng$/, "n")
    .replace(/c$/, "t")
    .replace(/y/g, "i")
    .replace(/^k(?=[aou])/, "c");

const runTogether = (word: string, known: ReadonlyMap<string, number>): readonly string[] | null => {
  let best: { words: readonly string[]; weight: number } | null = null;
  for (let at = 2; at <= word.length - 2; at++) {
    const words = [word.slice(0, at), word.slice(at)] as const;
    const weight = Math.min(known.get(words[0]) ?? 0, known.get(words[1]) ?? 0);
    if (weight > (best?.weight ?? 1)) best = { words, weight };
  }
  return best?.words ?? null;
};
