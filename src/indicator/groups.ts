/**
 * Counted learners, as they come from the store: how many share the same village and audience. Every figure is a sum of
 * these, so villages and audiences add up to the commune by construction.
 */
export type Headcount = {
  /** The village on the learner's last event before the cut-off; null = never said ("không rõ"). */
  readonly village: string | null;
  readonly audience: string | null;
  readonly sample: boolean;
  readonly learners: number;
};

/** Counted learners who also share the month of entry, so that months add up too. */
export type Group = Headcount & {
  /** Month in which the learner first met the condition, or for `active` the month of the cut-off: 2026-11. */
  readonly month: string;
};

export type Place = { readonly village?: string | null | undefined; readonly audience?: string | null | undefined };

/** Learners of a place: leave a field out for all, null for those who never said. */
export const total = (groups: readonly Headcount[], { village, audience }: Place = {}): number =>
  groups.reduce(
    (sum, group) =>
      (village === undefined || group.village === village) && (audience === undefined || group.audience === audience)
        ? sum + group.learners
        : sum,
    0,
  );

/** True when sample people are among the counted. */
export const hasSample = (groups: readonly Headcount[]): boolean => groups.some((g) => g.sample && g.learners > 0);

/** Cumulative count at the end of each month given (2026-11), from the groups of the last one. */
export const byMonth = (groups: readonly Group[], months: readonly string[]): number[] =>
  months.map((month) => groups.reduce((sum, g) => (g.month <= month ? sum + g.learners : sum), 0));
