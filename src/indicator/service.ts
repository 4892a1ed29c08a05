import { type Period, periodAt } from "../kit/period.ts";
import { cachedCounts } from "./cached-counts.ts";
import type { Declared } from "./declared.ts";
import { type BasicTrack, type CountedId, definitions, type IndicatorDefinition } from "./definitions.ts";
import type { DenominatorRow } from "./denominator.ts";
import { type Figure, figure } from "./figure.ts";
import { type FigureSet, type FigureSources, figureSet, type VillageName } from "./figure-set.ts";
import type { Group, Place } from "./groups.ts";

/** What the store counts. Cut-offs are exclusive, epoch ms. */
export type LearnerCounts = {
  /** All indicators of people at one moment; `from` is where the period of `active` begins. */
  counted(commune: string, window: { from: number; cutoff: number; track: BasicTrack }): Promise<Counted>;
  /** What people say of themselves: the newest answers before the cut-off. */
  declared(commune: string, window: { cutoff: number }): Promise<Declared>;
  denominators(commune: string): Promise<DenominatorRow[]>;
  /** Also those taken off the list. */
  villageNames(commune: string): Promise<VillageName[]>;
};

export type Counted = Readonly<Record<CountedId, readonly Group[]>>;

export type Where = Place & { readonly commune: string } & ({ readonly period: Period } | { readonly cutoff: number });

export type Indicator = {
  readonly definitions: Readonly<Record<CountedId, IndicatorDefinition>>;
  /** One figure, counted now. `active` over a bare cut-off is over the month it falls in. */
  count(indicator: CountedId, where: Where): Promise<Figure>;
  /** Every figure of a period; may be a little old, and says so by its cut-off. Never counts past `upTo` when given. */
  figureSet(commune: string, period: Period, upTo?: number): Promise<FigureSet>;
  denominators(commune: string): Promise<DenominatorRow[]>;
};

type Options = {
  readonly counts: LearnerCounts;
  readonly track: BasicTrack;
  readonly clock: () => number;
  /** How long a count is shown without asking again, in ms. A count that took long is kept longer. */
  readonly cacheFor?: number;
};

/** Counts on demand and keeps what it counted for a moment. */
export const indicatorService = ({ counts, track, clock, cacheFor = 15_000 }: Options): Indicator => {
  const defined = definitions(track);
  const sets = cachedCounts<Pick<FigureSources, "cutoff" | "groups" | "declared">>(clock, cacheFor);
  /** Never past the end of its period, nor before it began. */
  const within = (period: Period, at: number): number => Math.max(period.from, Math.min(period.to, at));

  return {
    definitions: defined,
    denominators: counts.denominators,
    async count(indicator, where) {
      const period = "period" in where ? where.period : periodAt("month", where.cutoff - 1);
      const cutoff = "cutoff" in where ? where.cutoff : within(period, clock());
      const [groups, rows] = await Promise.all([
        counts.counted(where.commune, { from: period.from, cutoff, track }),
        counts.denominators(where.commune),
      ]);
      return figure(defined[indicator], groups[indicator], rows, cutoff, where);
    },
    async figureSet(commune, period, fixed) {
      const [counted, rows, villages] = await Promise.all([
        sets(`${commune} ${period.key} ${fixed ?? ""}`, async () => {
          const cutoff = within(period, fixed ?? clock());
          const [groups, declared] = await Promise.all([
            counts.counted(commune, { from: period.from, cutoff, track }),
            counts.declared(commune, { cutoff }),
          ]);
          return { cutoff, groups, declared };
        }),
        // What staff entered a moment ago is used at once; only counting takes long.
        counts.denominators(commune),
        counts.villageNames(commune),
      ]);
      return figureSet({ commune, period, ...counted, rows, villages, definitions: defined });
    },
  };
};
