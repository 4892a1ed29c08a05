import type { Clean } from "../../kit/clean.ts";
import type { By } from "./by.ts";

/** Figures entered by staff. */
export type DenominatorStore = {
  denominators(commune: string): Promise<DenominatorEntry[]>;
  addDenominator(
    commune: string,
    row: { id: string; population: string; village: string | null; value: number; asOf: string; source: Clean },
    by: By & { name: string },
  ): Promise<void>;
};

export type DenominatorEntry = {
  readonly population: string;
  readonly village: string | null;
  readonly value: number;
  readonly asOf: string;
  readonly source: string;
  readonly enteredBy: string;
  readonly enteredAt: number;
  readonly sample: boolean;
};
