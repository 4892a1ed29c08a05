import type { Commune, Target } from "./schema.ts";

/** `active`: the next horizon of its series · `later`: beyond it · `history`: its year has ended · `undated`: no year. */
export type Standing = "active" | "later" | "history" | "undated";

/**
 * What is measured against on a day (`2026-11-22`, a date in Viet Nam): of each series the nearest horizon that has not
 * ended. By series and not by plan, because a plan may name a thing for 2045 alone, and that is then its next horizon.
 */
export function activeTargets(commune: Commune, on: string): Target[] {
  return standings(commune, on).active;
}

/** Every target of the plan, once, by where it stands on a day; in each group in the order of the plan. */
export function standings({ targets }: Pick<Commune, "targets">, on: string): Record<Standing, Target[]> {
  const groups: Record<Standing, Target[]> = { active: [], later: [], history: [], undated: [] };
  for (const target of targets) groups[standing(target, targets, yearOf(on))].push(target);
  return groups;
}

function standing({ horizon, series }: Target, targets: readonly Target[], year: number): Standing {
  if (horizon === null) return "undated";
  if (horizon < year) return "history";
  const sooner = targets.some(
    (other) => other.series === series && other.horizon !== null && other.horizon >= year && other.horizon < horizon,
  );
  return sooner ? "later" : "active";
}

/** A horizon "đến hết năm 2030" ends with its last day, so only the year of the date matters. */
const yearOf = (date: string): number => Number(date.slice(0, 4));
