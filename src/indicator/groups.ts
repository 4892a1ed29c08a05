/**
 * Counted learners, as they come from the store: how many share the same village, audience, mark and month of entry.
 * Every figure is a sum of these, so villages, audiences and months add up to the commune by construction.
 */
export type Group = {
  /** The village on the learner's last event before the cut-off; null = never said ("không rõ"). */
  readonly village: string | null;
  readonly audience: string | null;
  readonly sample: boolean;
  /** Month in which the learner first met the condition, or for `active` the month of the cut-off: 2026-11. */
  readonly month: string;
  readonly learners: number;
};

export type Place = { readonly village?: string | null | undefined; readonly audience?: string | null | undefined };

/** Learners of a place: leave a field out for all, null for those who never said. */
export const total = (groups: readonly Group[], { village, audience }: Place = {}): number =>
  groups.reduce(
    (sum, group) =>
      (village === undefined || group.village === village) && (audience === undefined || group.audience === audience)
        ? sum + group.learners
        : sum,
    0,
  );

/** True when sample people are among the counted. */
export const hasSample = (groups: readonly Group[]): boolean => groups.some((g) => g.sample && g.learners > 0);

/** Cumulative count at the end of each month given (2026-11), from the groups of the last one. */
export const byMonth = (groups: readonly Group[], months: readonly string[]): number[] =>
  months.map((month) => groups.reduce((sum, g) => (g.month <= month ? sum + g.learners : sum), 0));
