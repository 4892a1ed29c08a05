import { audiences } from "../engine/person.ts";
import { type CountedId, countedIds, type Definition } from "../indicator/definitions.ts";
import { denominatorAt } from "../indicator/denominator.ts";
import { figure, percent } from "../indicator/figure.ts";
import { type Group, hasSample, total } from "../indicator/groups.ts";
import type { Indicator } from "../indicator/service.ts";
import { largest, mayShowActive, suppress } from "../indicator/suppress.ts";
import { type Period, parsePeriod, periodAt } from "../kit/period.ts";
import type { CommuneStore } from "../store/ports/communes.ts";
import type { DenominatorStore } from "../store/ports/denominators.ts";
import type { VillageRow, VillageStore } from "../store/ports/villages.ts";

/** All that the public pages of results may ask for. */
export type PublicDeps = {
  readonly store: Pick<CommuneStore, "commune"> &
    Pick<VillageStore, "villages"> &
    Pick<DenominatorStore, "denominators">;
  readonly indicator: Indicator;
  readonly clock: () => number;
};

/** A published number. `count` null: hidden because the group is too small; `atLeast`: small groups are not in it. */
export type PublicCell = {
  readonly key: string | null;
  readonly name: string | null;
  readonly count: number | null;
  readonly atLeast: boolean;
  readonly of: number | null;
  readonly value: number | null;
};
/** `audiences`: the largest, in order, where that may be said. `smallVillages`: how many lines are hidden. */
export type PublicFigure = {
  readonly definition: Definition;
  readonly whole: PublicCell;
  readonly villages: readonly PublicCell[];
  readonly audiences: readonly string[];
  readonly smallVillages: number;
  readonly source: { readonly asOf: string; readonly source: string } | null;
};
export type PublicResults = {
  readonly period: Period;
  readonly cutoff: number;
  readonly figures: readonly PublicFigure[];
  readonly sample: boolean;
  readonly hidden: boolean;
};

/**
 * What the public may see of a commune: whole months, quarters, half-years and years that have ended, because the
 * difference of two windows a day apart would tell who learnt on that day; small groups hidden so that nothing published
 * gives them away (decision 0060). An address that asks for anything else gets the last month that has ended.
 */
export const publicResults = async (
  deps: PublicDeps,
  commune: string,
  asked: string | undefined,
): Promise<PublicResults> => {
  const period = endedPeriod(asked, deps.clock());
  const before = periodAt("month", period.from - 1);
  const [snapshot, earlier, rows, villages] = await Promise.all([
    deps.indicator.snapshot(commune, period, period.to),
    deps.indicator.snapshot(commune, before, before.to),
    deps.store.denominators(commune),
    deps.store.villages(commune),
  ]);
  const { cutoff, groups } = snapshot;
  const shown = villages.filter((v) => !v.removed || everCounted(groups, v.id));
  const ids = shown.map((v) => v.id);
  const adultsOf = (village: string | null) => denominatorAt(rows, village, cutoff)?.value ?? null;
  const byVillage = (from: Groups, id: CountedId) => suppress(countsBy(from[id], "village", [...ids, null]));

  const over = (id: Exclude<CountedId, "active">): PublicFigure => {
    const definition = deps.indicator.definitions[id];
    const people = byVillage(groups, id);
    const byAudience = countsBy(groups[id], "audience", audiences);
    byAudience.delete(null);
    const whole = figure(definition, groups[id], rows, cutoff);
    return {
      definition,
      whole: cell(null, null, people.atLeast, whole.denominator, people.hidden > 0),
      villages: [...people.cells]
        .map(([key, count]) => cell(key, nameOf(shown, key), count, key === null ? null : adultsOf(key)))
        .sort(byName),
      audiences: largest(byAudience, people).flatMap((key) => key ?? []),
      smallVillages: people.hidden,
      source: whole.denominatorSource,
    };
  };
  const active = (): PublicFigure[] => {
    const definition = deps.indicator.definitions.active;
    const whole = figure(definition, groups.active, rows, cutoff);
    const increases = counted.map((id) => ({ before: byVillage(earlier.groups, id), after: byVillage(groups, id) }));
    // Of longer periods it would be a sum of months that readers could take apart again.
    if (period.kind !== "month" || !mayShowActive(whole.numerator, increases)) return [];
    const count = cell(null, null, whole.numerator, whole.denominator);
    return [
      { definition, whole: count, villages: [], audiences: [], smallVillages: 0, source: whole.denominatorSource },
    ];
  };

  const figures = [...counted.map(over), ...active()];
  const sample =
    countedIds.some((id) => hasSample(groups[id])) ||
    denominatorAt(rows, null, cutoff)?.sample === true ||
    shown.some((v) => v.sample);
  return { period, cutoff, figures, sample, hidden: figures.some((f) => f.smallVillages > 0) };
};

/** Counted up to a moment, village by village. `active` moves both ways and is given for the commune alone. */
const counted = ["reach", "basic-skills"] as const satisfies readonly CountedId[];

/** The period asked for where it is a whole one that has ended, otherwise the last month that has. */
const endedPeriod = (asked: string | undefined, now: number): Period => {
  const period = asked === undefined ? null : parsePeriod(asked);
  if (period !== null && period.kind !== "custom" && period.to <= now) return period;
  return periodAt("month", periodAt("month", now).from - 1);
};

type Groups = Readonly<Record<CountedId, readonly Group[]>>;
const everCounted = (groups: Groups, village: string): boolean =>
  countedIds.some((id) => total(groups[id], { village }) > 0);

/** Every key counts, also those with nobody: a village left out of the table would be a village with a known 0. */
const countsBy = (
  groups: readonly Group[],
  by: "village" | "audience",
  always: readonly (string | null)[],
): Map<string | null, number> => {
  const counts = new Map<string | null, number>(always.map((key) => [key, 0]));
  for (const group of groups) counts.set(group[by], (counts.get(group[by]) ?? 0) + group.learners);
  return counts;
};

const cell = (
  key: string | null,
  name: string | null,
  count: number | null,
  of: number | null,
  atLeast = false,
): PublicCell => ({
  key,
  name,
  count,
  atLeast,
  of,
  value: count === null || of === null ? null : percent(count, of),
});
const nameOf = (villages: readonly VillageRow[], id: string | null): string | null =>
  villages.find((v) => v.id === id)?.name ?? id;
const byName = (a: PublicCell, b: PublicCell): number =>
  Number(a.key === null) - Number(b.key === null) ||
  (a.name ?? "").localeCompare(b.name ?? "", "vi", { numeric: true });
