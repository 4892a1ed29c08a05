import { audiences } from "../engine/person.ts";
import { type Period, parsePeriod, periodAt } from "../kit/period.ts";
import type { CountedId, IndicatorDefinition } from "./definitions.ts";
import { percent } from "./figure.ts";
import type { FigureSet } from "./figure-set.ts";
import type { Indicator } from "./service.ts";
import { largest, mayShowActive, type Suppressed, suppress } from "./suppress.ts";

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
  readonly definition: IndicatorDefinition;
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
  deps: { readonly indicator: Indicator; readonly clock: () => number },
  commune: string,
  asked: string | undefined,
): Promise<PublicResults> => {
  const period = endedPeriod(asked, deps.clock());
  const before = periodAt("month", period.from - 1);
  const [set, earlier] = await Promise.all([
    deps.indicator.figureSet(commune, period, period.to),
    deps.indicator.figureSet(commune, before, before.to),
  ]);
  const { cutoff } = set;
  const [whole] = set.places;
  const named = new Map(set.places.slice(1).map((p) => [p.village, p.name]));
  const adultsOf = (village: string) =>
    set.places.find((p) => p.village === village)?.figures.reach.denominator ?? null;
  const byVillage = (of: FigureSet, id: CountedId) => byPlace(of, id, [...named.keys()]);

  const over = (id: Exclude<CountedId, "active">): PublicFigure => {
    const people = byVillage(set, id);
    const byAudience = new Map<string, number>(audiences.map((audience) => [audience, 0]));
    for (const row of set.audiences) if (row.audience !== null) byAudience.set(row.audience, row[id]);
    const { denominator, denominatorSource } = whole.figures[id];
    return {
      definition: deps.indicator.definitions[id],
      whole: cell(null, null, people.atLeast, denominator, people.hidden > 0),
      villages: [...people.cells]
        .map(([key, count]) => cell(key, named.get(key) ?? key, count, key === null ? null : adultsOf(key)))
        .sort(byName),
      audiences: largest(byAudience, people),
      smallVillages: people.hidden,
      source: denominatorSource,
    };
  };
  const active = (): PublicFigure[] => {
    const { numerator, denominator, denominatorSource } = whole.figures.active;
    const increases = counted.map((id) => ({ before: byVillage(earlier, id), after: byVillage(set, id) }));
    // Of longer periods it would be a sum of months that readers could take apart again.
    if (period.kind !== "month" || !mayShowActive(numerator, increases)) return [];
    const definition = deps.indicator.definitions.active;
    const count = cell(null, null, numerator, denominator);
    return [{ definition, whole: count, villages: [], audiences: [], smallVillages: 0, source: denominatorSource }];
  };

  const figures = [...counted.map(over), ...active()];
  return { period, cutoff, figures, sample: set.sample, hidden: figures.some((f) => f.smallVillages > 0) };
};

/**
 * What anybody may be told of figures that were counted for somebody else, say for a report that is frozen: the totals of
 * the public page, and those only where the page could have given them, of a whole period counted at its end. Null of
 * every other window; an exact total less the public one would be the small groups.
 */
export const publicTotals = (
  set: Pick<FigureSet, "period" | "cutoff" | "places">,
): Readonly<Record<(typeof counted)[number], PublicCell>> | null => {
  if (!isWhole(set.period) || set.cutoff !== set.period.to) return null;
  const [whole] = set.places;
  const total = (id: (typeof counted)[number]): PublicCell => {
    const { atLeast, hidden } = byPlace(set, id);
    return cell(null, null, atLeast, whole.figures[id].denominator, hidden > 0);
  };
  return { reach: total("reach"), "basic-skills": total("basic-skills") };
};

/** Every place counts, also those with nobody: one left out of the table would be one with a known 0. */
const byPlace = (
  { places }: Pick<FigureSet, "places">,
  id: CountedId,
  named: readonly (string | null)[] = [],
): Suppressed<string | null> => {
  const counts = new Map<string | null, number>([...named, null].map((key) => [key, 0]));
  for (const p of places.slice(1)) counts.set(p.village, p.figures[id].numerator);
  return suppress(counts);
};

/** Counted up to a moment, village by village. `active` moves both ways and is given for the commune alone. */
const counted = ["reach", "basic-skills"] as const satisfies readonly CountedId[];

/** The period asked for where it is a whole one that has ended, otherwise the last month that has. */
const endedPeriod = (asked: string | undefined, now: number): Period => {
  const period = asked === undefined ? null : parsePeriod(asked);
  if (period !== null && isWhole(period) && period.to <= now) return period;
  return periodAt("month", periodAt("month", now).from - 1);
};

/** A month, quarter, half-year or year: no two of them differ by a single day. */
const isWhole = ({ kind }: Period): boolean => kind !== "custom";

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
const byName = (a: PublicCell, b: PublicCell): number =>
  Number(a.key === null) - Number(b.key === null) ||
  (a.name ?? "").localeCompare(b.name ?? "", "vi", { numeric: true });
