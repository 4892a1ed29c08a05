import type { LessonProgress, PushOffer } from "../../engine/facts.ts";
import type { Database } from "./open.ts";

export type PushOffers = (commune: string, learner: string, now: number) => readonly PushOffer[];

/**
 * What a team member could push to whom, with the counts behind it. Read at most every 30 s a village: the preview
 * is a preview, and whoever no longer fits is left out when the push reaches them.
 */
export const pushOffers = (db: Database, lessons: () => readonly string[]): PushOffers => {
  const villagesOf = db
    .prepare(
      `SELECT v.id FROM team_members t JOIN villages v ON v.commune = t.commune AND (t.village IS NULL OR v.id = t.village)
       WHERE t.commune = ? AND t.learner = ? AND t.removed_at IS NULL AND v.removed_at IS NULL`,
    )
    .pluck();
  const people = db
    .prepare(
      `SELECT l.id, l.progress, l.opted_out FROM learners l WHERE l.commune = ? AND l.village = ? AND ${reachable}`,
    )
    .raw();
  const counted = new Map<string, { readonly at: number; readonly people: readonly Reached[] }>();

  const of = (commune: string, village: string, now: number): readonly Reached[] => {
    const key = `${commune} ${village}`;
    const before = counted.get(key);
    if (before && now - before.at < 30_000 && now >= before.at) return before.people;
    const rows = people.all(commune, village) as [string, string, number][]; // the three columns above
    const fresh = rows.map(([id, progress, out]) => ({
      id,
      out: out === 1,
      progress: JSON.parse(progress) as Record<string, LessonProgress>,
    })); // written only by `learnerUpdated`
    counted.set(key, { at: now, people: fresh });
    return fresh;
  };
  return (commune, learner, now) =>
    (villagesOf.all(commune, learner) as string[]).flatMap((village) => {
      const others = of(commune, village, now).filter((p) => p.id !== learner);
      return lessons().map((lesson) => {
        const finished = others.filter((p) => p.progress[lesson]?.passed).length;
        const optedOut = others.filter((p) => p.out && !p.progress[lesson]?.passed).length;
        return { lesson, village, eligible: others.length - finished - optedOut, finished, optedOut };
      });
    });
};

type Reached = {
  readonly id: string;
  readonly out: boolean;
  readonly progress: Readonly<Record<string, LessonProgress>>;
};

/** Agreed to be remembered, and learning now on a phone that has not blocked us. */
export const reachable = `l.erased_at IS NULL AND l.consent = 'yes'
  AND EXISTS (SELECT 1 FROM account_learners al JOIN accounts a ON a.commune = al.commune AND a.id = al.account
              WHERE al.commune = l.commune AND al.learner = l.id AND a.learner = l.id AND a.blocked_at IS NULL)`;
