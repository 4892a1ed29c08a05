import type { Target } from "../communes/schema.ts";
import { type Standing, standing } from "../communes/standing.ts";

/** A mark on the bar of an indicator: a share of people the plan names for it. */
export type TargetMark = {
  readonly target: Target;
  readonly at: number;
  readonly standing: Standing;
  readonly reached: boolean | null;
};

/** The numeric percent targets attached to an indicator, by horizon. Other units cannot stand on a percent bar. */
export const marksFor = (
  indicator: string,
  targets: readonly Target[],
  year: number,
  value: number | null,
): TargetMark[] =>
  targets
    .filter((t) => t.indicator === indicator && t.unit === "%" && typeof t.value === "number")
    .sort((a, b) => (a.horizon ?? 9999) - (b.horizon ?? 9999))
    .map((target) => {
      const at = typeof target.value === "number" ? target.value : 0;
      const reached =
        value === null
          ? null
          : target.operator === "<="
            ? value <= at
            : target.operator === ">"
              ? value > at
              : value >= at;
      return { target, at, standing: standing(target, targets, year), reached };
    });
