import type { DeskDeps, VillageRow } from "../desk/deps.ts";
import { type CountedId, countedIds, type Definition } from "../indicator/definitions.ts";
import { denominatorAt } from "../indicator/denominator.ts";
import { figure, percent } from "../indicator/figure.ts";
import { type Group, hasSample, total } from "../indicator/groups.ts";
import { suppress } from "../indicator/suppress.ts";
import { type Period, parsePeriod, periodAt } from "../kit/period.ts";
import { dayOf, startOfDay } from "../kit/vietnam-time.ts";

/** A published number. `count` null: hidden, because the group or a neighbouring one is too small. */
export type PublicCell = {
  readonly key: string | null;
  readonly name: string | null;
  readonly count: number | null;
  readonly of: number | null;
  readonly value: number | null;
};
export type PublicFigure = {
  readonly definition: Definition;
  readonly whole: PublicCell;
  readonly villages: readonly PublicCell[];
  readonly audiences: readonly PublicCell[];
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
 * What the public may see of a commune: counted to the end of yesterday, because a page that moved with every person
 * would tell who just moved it, and with small groups hidden.
 */
export const publicResults = async (
  deps: Pick<DeskDeps, "store" | "indicator" | "clock">,
  commune: string,
  asked: string | undefined,
): Promise<PublicResults> => {
  const now = deps.clock();
  const midnight = startOfDay(dayOf(now)) ?? now;
  const wanted = asked === undefined ? null : parsePeriod(asked);
  const period = wanted && wanted.from < midnight ? wanted : periodAt("month", midnight - 1);
  const [snapshot, rows, villages] = await Promise.all([
    deps.indicator.snapshot(commune, period, midnight),
    deps.store.denominators(commune),
    deps.store.villages(commune),
  ]);
  const { cutoff, groups } = snapshot;
  const shown = villages.filter((v) => !v.removed || everCounted(groups, v.id));
  const figures = countedIds.map((id): PublicFigure => {
    const definition = deps.indicator.definitions[id];
    const adultsOf = (village: string | null) => denominatorAt(rows, village, cutoff)?.value ?? null;
    const byVillage = suppress(
      countsBy(
        groups[id],
        "village",
        shown.map((v) => v.id),
      ),
    );
    const byAudience = suppress(countsBy(groups[id], "audience", []));
    const whole = figure(definition, groups[id], rows, cutoff);
    return {
      definition,
      whole: cell(null, null, byVillage.total, whole.denominator),
      villages: [...byVillage.cells]
        .map(([key, count]) => cell(key, nameOf(shown, key), count, key === null ? null : adultsOf(key)))
        .sort(byName),
      audiences: [...byAudience.cells].map(([key, count]) => cell(key, key, count, null)).sort(byName),
      source: whole.denominatorSource,
    };
  });
  const sample =
    countedIds.some((id) => hasSample(groups[id])) ||
    denominatorAt(rows, null, cutoff)?.sample === true ||
    shown.some((v) => v.sample);
  const hidden = figures.some((f) => [f.whole, ...f.villages, ...f.audiences].some((c) => c.count === null));
  return { period, cutoff, figures, sample, hidden };
};

type Groups = Readonly<Record<CountedId, readonly Group[]>>;
const everCounted = (groups: Groups, village: string): boolean =>
  countedIds.some((id) => total(groups[id], { village }) > 0);

/** Every key counts, also those with nobody: a village left out of the table would be a village with a known 0. */
const countsBy = (
  groups: readonly Group[],
  by: "village" | "audience",
  always: readonly string[],
): Map<string | null, number> => {
  const counts = new Map<string | null, number>(always.map((key) => [key, 0]));
  for (const group of groups) counts.set(group[by], (counts.get(group[by]) ?? 0) + group.learners);
  return counts;
};

const cell = (key: string | null, name: string | null, count: number | null, of: number | null): PublicCell => ({
  key,
  name,
  count,
  of,
  value: count === null || of === null ? null : percent(count, of),
});
const nameOf = (villages: readonly VillageRow[], id: string | null): string | null =>
  villages.find((v) => v.id === id)?.name ?? id;
const byName = (a: PublicCell, b: PublicCell): number =>
  Number(a.key === null) - Number(b.key === null) ||
  (a.name ?? "").localeCompare(b.name ?? "", "vi", { numeric: true });
