import type { Trait } from "./traits.ts";

/**
 * What was learnt from the sample questions: for each trait how rare it is, and how much it speaks for which topics. Only
 * what speaks at all is kept, a byte for the topic and a byte for how much: whole, the table would be twenty times as large.
 */
export type Classifier = {
  readonly topics: readonly string[];
  /** Rising, so that a trait is found by halving. */
  readonly keys: Uint32Array;
  readonly rarity: Float32Array;
  /** How rare a trait is that nobody wrote: a text full of them is hardly understood, and its scores stay near nought. */
  readonly stranger: number;
  /** Where the entries of each trait begin, and after the last trait where they end. */
  readonly starts: Uint32Array;
  readonly topic: Uint8Array;
  readonly weight: Int8Array;
  readonly scale: number;
  readonly bias: Float32Array;
};

/** What the traits of a text say for each topic, as logarithms of odds. */
export const classify = (classifier: Classifier, traits: Traits): Float32Array => {
  const scores = Float32Array.from(classifier.bias);
  const { rows, values } = columnsOf(traits, rowsOf(classifier.keys), classifier.rarity, classifier.stranger);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const value = (values[i] ?? 0) * classifier.scale;
    const end = classifier.starts[row + 1] ?? 0;
    for (let at = classifier.starts[row] ?? 0; at < end; at++) {
      const topic = classifier.topic[at] ?? 0;
      scores[topic] = (scores[topic] ?? 0) + (classifier.weight[at] ?? 0) * value;
    }
  }
  return scores;
};

/** The words of a text that spoke most for one topic and against the others. Groups of letters are left out: nobody reads them. */
export const decisive = (classifier: Classifier, traits: Traits, topic: string, most = 5): readonly string[] => {
  const place = classifier.topics.indexOf(topic);
  const rowOf = rowsOf(classifier.keys);
  const found: { readonly said: string; readonly weight: number }[] = [];
  for (const [key, { block, said }] of traits) {
    const row = block === "words" ? rowOf(key) : undefined;
    if (row === undefined) continue;
    const end = classifier.starts[row + 1] ?? 0;
    for (let at = classifier.starts[row] ?? 0; at < end; at++)
      if (classifier.topic[at] === place)
        found.push({ said: said(), weight: (classifier.weight[at] ?? 0) * (classifier.rarity[row] ?? 0) });
  }
  const best = found.filter((f) => f.weight > 0).sort((a, b) => b.weight - a.weight);
  return [...new Set(best.map((f) => f.said))].slice(0, most);
};

type Traits = ReadonlyMap<number, Trait>;
export type Columns = { readonly rows: Int32Array; readonly values: Float32Array };

/** A text as numbers: the rows of its traits, each block scaled to the same length. */
export const columnsOf = (
  traits: ReadonlyMap<number, Pick<Trait, "block">>,
  rowOf: (key: number) => number | undefined,
  rarity: Float32Array,
  stranger: number,
): Columns => {
  const rows = new Int32Array(traits.size);
  const values = new Float32Array(traits.size);
  const isWord = new Uint8Array(traits.size);
  const squares: [number, number] = [0, 0];
  let at = 0;
  for (const [key, { block }] of traits) {
    const row = rowOf(key);
    const word = block === "words" ? 1 : 0;
    const value = row === undefined ? stranger : (rarity[row] ?? 0);
    squares[word] += value * value;
    if (row === undefined) continue;
    rows[at] = row;
    values[at] = value;
    isWord[at] = word;
    at++;
  }
  const [letters, words] = squares.map((s) => Math.sqrt(s) || 1);
  for (let i = 0; i < at; i++) values[i] = (values[i] ?? 0) / ((isWord[i] === 1 ? words : letters) ?? 1);
  return { rows: rows.subarray(0, at), values: values.subarray(0, at) };
};

/** Hashes lie evenly, so that where one must be is nearly known: beginning there spares most of the halving. */
const rowsOf =
  (keys: Uint32Array) =>
  (key: number): number | undefined => {
    const near = Math.floor((key / 2 ** 32) * keys.length);
    let low = Math.max(0, near - SPREAD);
    let high = Math.min(keys.length - 1, near + SPREAD);
    if ((keys[low] ?? 0) > key) low = 0;
    if ((keys[high] ?? 0) < key) high = keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const there = keys[middle] ?? 0;
      if (there === key) return middle;
      if (there < key) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  };

const SPREAD = 512;
