/** That something writes a feature: how strongly, with which marks, and whether it is all it says. */
export type Posting = {
  readonly feature: string;
  readonly of: number;
  readonly weight: number;
  readonly marked: string | null;
  readonly alone: boolean;
};

type Visit = (of: number, weight: number, marked: string | null, alone: boolean) => void;

/** Postings by their feature, packed into columns of numbers: as objects these tens of thousands were a tenth of an idle house. */
export const postings = (all: readonly Posting[]): { readonly each: (feature: string, visit: Visit) => void } => {
  const rows = new Map<string, number>();
  for (const { feature } of all) if (!rows.has(feature)) rows.set(feature, rows.size);
  const rowOf = (feature: string): number => rows.get(feature) ?? -1;

  const starts = new Int32Array(rows.size + 1);
  for (const { feature } of all) starts[rowOf(feature) + 1] = (starts[rowOf(feature) + 1] ?? 0) + 1;
  for (let row = 0; row < rows.size; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);

  const next = starts.slice();
  const of = new Int32Array(all.length);
  const weights = new Float64Array(all.length);
  const writing = new Int32Array(all.length);
  const alone = new Uint8Array(all.length);
  const writings: (string | null)[] = [null];
  const known = new Map<string | null, number>([[null, 0]]);
  for (const posting of all) {
    const row = rowOf(posting.feature);
    const at = next[row] ?? 0;
    next[row] = at + 1;
    let written = known.get(posting.marked);
    if (written === undefined) {
      written = writings.push(posting.marked) - 1;
      known.set(posting.marked, written);
    }
    of[at] = posting.of;
    weights[at] = posting.weight;
    writing[at] = written;
    alone[at] = posting.alone ? 1 : 0;
  }
  return {
    each: (feature, visit) => {
      const row = rows.get(feature);
      if (row === undefined) return;
      const end = starts[row + 1] ?? 0;
      for (let at = starts[row] ?? 0; at < end; at++)
        visit(of[at] ?? 0, weights[at] ?? 0, writings[writing[at] ?? 0] ?? null, alone[at] === 1);
    },
  };
};
