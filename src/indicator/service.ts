import { type BasicTrack, type CountedId, type Definition, definitions } from "./definitions.ts";
import type { DenominatorRow } from "./denominator.ts";
import { type Figure, figure } from "./figure.ts";
import type { Group, Place } from "./groups.ts";
import { type Period, periodAt } from "./period.ts";

/** What the store counts. Cut-offs are exclusive, epoch ms. */
export type LearnerCounts = {
  /** All indicators of people at one moment; `from` is where the period of `active` begins. */
  counted(commune: string, window: { from: number; cutoff: number; track: BasicTrack }): Promise<Counted>;
  denominators(commune: string): Promise<DenominatorRow[]>;
};

export type Counted = Readonly<Record<CountedId, readonly Group[]>>;

/** Everything counted for one commune and period at one moment. Figures of a page all come from one snapshot. */
export type Snapshot = {
  readonly commune: string;
  readonly period: Period;
  /** The end of the period, or the moment of counting while it runs. */
  readonly cutoff: number;
  readonly groups: Counted;
};

export type Where = Place & { readonly commune: string } & ({ readonly period: Period } | { readonly cutoff: number });

export type Indicator = {
  readonly definitions: Readonly<Record<CountedId, Definition>>;
  /** One figure, counted now. `active` over a bare cut-off is over the month it falls in. */
  count(indicator: CountedId, where: Where): Promise<Figure>;
  /** The counts of a page; may be a little old, and says so by its cut-off. Never counts past `upTo` when given. */
  snapshot(commune: string, period: Period, upTo?: number): Promise<Snapshot>;
  denominators(commune: string): Promise<DenominatorRow[]>;
};

type Options = {
  readonly counts: LearnerCounts;
  readonly track: BasicTrack;
  readonly clock: () => number;
  /** How long a snapshot is shown without asking again, in ms. A count that took long is kept longer. */
  readonly keepFor?: number;
};

/** Counts on demand and keeps what it counted for a moment: ten officers on one page cost one count. */
export const indicatorService = ({ counts, track, clock, keepFor = 15_000 }: Options): Indicator => {
  const defined = definitions(track);
  const kept = new Map<string, { snapshot: Snapshot; at: number; good: number }>();
  const running = new Map<string, Promise<Snapshot>>();

  const take = async (commune: string, period: Period, upTo: number): Promise<Snapshot> => {
    const cutoff = Math.max(period.from, Math.min(period.to, upTo));
    return { commune, period, cutoff, groups: await counts.counted(commune, { from: period.from, cutoff, track }) };
  };

  const refresh = (key: string, commune: string, period: Period, upTo: number): Promise<Snapshot> => {
    const already = running.get(key);
    if (already) return already;
    const at = clock();
    const began = performance.now();
    const fresh = take(commune, period, upTo)
      .then((snapshot) => {
        // Twenty times its own cost: a count of two seconds may use a twentieth of the reading thread, no more.
        if (keepFor > 0) kept.set(key, { snapshot, at, good: Math.max(keepFor, 20 * (performance.now() - began)) });
        if (kept.size > LIMIT) kept.delete(kept.keys().next().value ?? key);
        return snapshot;
      })
      .finally(() => running.delete(key));
    running.set(key, fresh);
    return fresh;
  };

  return {
    definitions: defined,
    denominators: counts.denominators,
    async count(indicator, where) {
      const period = "period" in where ? where.period : periodAt("month", where.cutoff - 1);
      const cutoff = "cutoff" in where ? where.cutoff : Math.max(period.from, Math.min(period.to, clock()));
      const [groups, rows] = await Promise.all([
        counts.counted(where.commune, { from: period.from, cutoff, track }),
        counts.denominators(where.commune),
      ]);
      return figure(defined[indicator], groups[indicator], rows, cutoff, where);
    },
    async snapshot(commune, period, fixed) {
      const key = `${commune} ${period.key} ${fixed ?? ""}`;
      const upTo = fixed ?? clock();
      const held = kept.get(key);
      if (!held) return refresh(key, commune, period, upTo);
      const age = clock() - held.at;
      if (age < held.good) return held.snapshot;
      const fresh = refresh(key, commune, period, upTo);
      if (age >= STALE) return fresh;
      // Shown as it is, with its own cut-off on the page; the next reader gets the new one.
      fresh.catch(() => {});
      return held.snapshot;
    },
  };
};

const LIMIT = 200;
const STALE = 10 * 60_000;
