import type { Commune, Target } from "./schema.ts";

/**
 * Where a target stands in a year. `active`: the nearest horizon of its series that has not ended · `later`: beyond it ·
 * `history`: its year is over; kept, nothing is moved or repaired · `undated`: no year.
 */
export type Standing = "active" | "later" | "history" | "undated";

/**
 * By series and not by plan, because a plan may name a thing for 2045 alone, and that is then its next horizon. A horizon
 * "đến hết năm 2030" ends with its last day, so only the year matters.
 */
export const standing = ({ horizon, series }: Target, targets: readonly Target[], year: number): Standing => {
  if (horizon === null) return "undated";
  if (horizon < year) return "history";
  const sooner = targets.some(
    (other) => other.series === series && other.horizon !== null && other.horizon >= year && other.horizon < horizon,
  );
  return sooner ? "later" : "active";
};

/** Every target of the plan, once, by where it stands in a year; in each group in the order of the plan. */
export const standings = ({ targets }: Pick<Commune, "targets">, year: number): Record<Standing, Target[]> => {
  const groups: Record<Standing, Target[]> = { active: [], later: [], history: [], undated: [] };
  for (const target of targets) groups[standing(target, targets, year)].push(target);
  return groups;
};
