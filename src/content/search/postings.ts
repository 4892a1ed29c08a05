import { keyOf, rowIn } from "./key-of.ts";

/** That something writes a feature: how strongly, with which marks, and whether it is all it says. */
export type Posting = {
  readonly feature: string;
  readonly of: number;
  readonly weight: number;
  /** The key of its writing; 0 where it has no marks. */
  readonly marked: number;
  readonly alone: boolean;
};

/** Postings by their feature, packed into columns of numbers: as objects these tens of thousands were a tenth of an idle house. */
export type Postings = {
  /** Of the features, rising. */
  readonly keys: Float64Array;
  /** Where the postings of each feature begin, and after the last where they end. */
  readonly starts: Uint32Array;
  readonly of: Uint16Array;
  readonly weights: Float64Array;
  readonly marked: Uint32Array;
  readonly alone: Uint8Array;
};

type Visit = (of: number, weight: number, marked: number, alone: boolean) => void;

export const postings = (all: readonly Posting[]): Postings => {
  const keyed = all.map((posting) => ({ ...posting, key: keyOf(posting.feature) }));
  // Equal keys keep their order, so that sums come out the same to the last bit however they were made.
  keyed.sort((a, b) => a.key - b.key);
  const first = keyed.flatMap(({ key }, i) => (i === 0 || key !== keyed[i - 1]?.key ? [i] : []));
  return {
    keys: Float64Array.from(first, (i) => keyed[i]?.key ?? 0),
    starts: Uint32Array.from([...first, keyed.length]),
    of: Uint16Array.from(keyed, (p) => p.of),
    weights: Float64Array.from(keyed, (p) => p.weight),
    marked: Uint32Array.from(keyed, (p) => p.marked),
    alone: Uint8Array.from(keyed, (p) => (p.alone ? 1 : 0)),
  };
};

/** Everything that writes a feature. */
export const eachPosting = (p: Postings, feature: string, visit: Visit): void => {
  const row = rowIn(p.keys, keyOf(feature));
  if (row === undefined) return;
  const end = p.starts[row + 1] ?? 0;
  for (let at = p.starts[row] ?? 0; at < end; at++)
    visit(p.of[at] ?? 0, p.weights[at] ?? 0, p.marked[at] ?? 0, p.alone[at] === 1);
};
