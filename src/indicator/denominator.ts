import { dayOf } from "../kit/vietnam-time.ts";

/** How many residents there are, as staff entered it. Rows are only added, so that an old figure can be rebuilt. */
export type DenominatorRow = {
  readonly population: string;
  readonly village: string | null;
  readonly value: number;
  /** The day the number is of: 2025-12-31. */
  readonly asOf: string;
  readonly source: string;
  readonly enteredAt: number;
  readonly sample: boolean;
};

/** The row that holds at a cut-off (exclusive, epoch ms), or null: then there is no percentage, never a guessed one. */
export const denominatorAt = (
  rows: readonly DenominatorRow[],
  village: string | null,
  cutoff: number,
  population = "adults",
): DenominatorRow | null => {
  const last = dayOf(cutoff - 1);
  const held = rows.filter((r) => r.population === population && r.village === village && r.asOf <= last);
  // A real number beats a newer sample one: the demo must not outlive the first true entry.
  return (
    held.sort((a, b) => Number(a.sample) - Number(b.sample) || later(b.asOf, a.asOf) || b.enteredAt - a.enteredAt)[0] ??
    null
  );
};

const later = (a: string, b: string): number => (a === b ? 0 : a > b ? 1 : -1);
