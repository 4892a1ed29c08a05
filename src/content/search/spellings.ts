import { keyOf, rowIn, shortKeyOf } from "./key-of.ts";

/** The words that somebody wrote, and what they look like with one slip or by ear: columns, each sorted by its keys. */
export type Spellings = {
  /** All words, one after the other. */
  readonly letters: string;
  /** Where each begins, and after the last where they end. */
  readonly starts: Uint32Array;
  /** In how many topics each stands. */
  readonly counts: Uint16Array;
  /** Of the words, rising, and which word that is. */
  readonly keys: Float64Array;
  readonly words: Uint16Array;
  /** Of the words with a letter left out. Two may share one: whoever looks compares the letters. */
  readonly slipKeys: Uint32Array;
  readonly slips: Uint16Array;
  readonly earKeys: Float64Array;
  readonly ears: Uint16Array;
};

/** From every word with the number of topics that write it. */
export const spellings = (known: ReadonlyMap<string, number>): Spellings => {
  const slips = new Map<number, string>();
  const heard = new Map<number, string>();
  const better = (word: string, than: string | undefined): boolean =>
    than === undefined || (known.get(word) ?? 0) > (known.get(than) ?? 0);
  for (const word of known.keys()) {
    const sound = keyOf(byEar(word));
    if (better(word, heard.get(sound))) heard.set(sound, word);
    if (word.length < 4 || word.length > 14) continue;
    for (const less of [word, ...without(word)].map(shortKeyOf))
      if (better(word, slips.get(less))) slips.set(less, word);
  }
  const all = [...known.keys()];
  const place = new Map(all.map((word, i) => [word, i]));
  const sorted = (column: Iterable<readonly [number, string]>) => {
    const rows = [...column].sort(([a], [b]) => a - b);
    return { keys: rows.map(([key]) => key), words: Uint16Array.from(rows, ([, word]) => place.get(word) ?? 0) };
  };
  const [words, slip, ear] = [sorted(all.map((word) => [keyOf(word), word])), sorted(slips), sorted(heard)];
  let at = 0;
  return {
    letters: all.join(""),
    starts: Uint32Array.from([0, ...all.map((word) => (at += word.length))]),
    counts: Uint16Array.from(known.values()),
    keys: Float64Array.from(words.keys),
    words: words.words,
    slipKeys: Uint32Array.from(slip.keys),
    slips: slip.words,
    earKeys: Float64Array.from(ear.keys),
    ears: ear.words,
  };
};

/** How they are looked up. */
export const lookUp = (s: Spellings) => {
  const word = (place: number | undefined): string | undefined =>
    place === undefined ? undefined : s.letters.slice(s.starts[place] ?? 0, s.starts[place + 1] ?? 0);
  const at = (keys: Float64Array | Uint32Array, column: Uint16Array, key: number): number | undefined =>
    column[rowIn(keys, key) ?? -1];
  return {
    /** In how many topics a word stands; 0 for one nobody wrote. */
    count: (of: string): number => s.counts[at(s.keys, s.words, keyOf(of)) ?? -1] ?? 0,
    /** The commonest word that has these letters, or one more. */
    slip: (of: string): string | undefined => word(at(s.slipKeys, s.slips, shortKeyOf(of))),
    /** The commonest word that sounds like it. */
    heard: (of: string): string | undefined => word(at(s.earKeys, s.ears, keyOf(byEar(of)))),
  };
};

export const without = (word: string): string[] => [...word].map((_, i) => word.slice(0, i) + word.slice(i + 1));

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
