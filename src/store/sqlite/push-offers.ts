import type { LessonProgress, PushOffer } from "../../engine/facts.ts";
import type { Database } from "./driver.ts";

export type PushOffers = (commune: string, learner: string, now: number) => readonly PushOffer[];

/** Where somebody is reached, and when they were last there. */
export type Place = { readonly connection: string; readonly seenAt: number };
export type Windows = (people: readonly Place[], now: number) => PushOffer["windows"];

/**
 * What a team member could push to whom, with the counts behind it. Read at most every 30 s a village: the preview
 * is a preview, and whoever no longer fits is left out when the push reaches them.
 */
export const pushOffers = (db: Database, lessons: () => readonly string[], windows?: Windows): PushOffers => {
  const villagesOf = db
    .prepare(
      `SELECT v.id FROM team_members t JOIN villages v ON v.commune = t.commune AND (t.village IS NULL OR v.id = t.village)
       WHERE t.commune = ? AND t.learner = ? AND t.removed_at IS NULL AND v.removed_at IS NULL`,
    )
    .pluck();
  // Where they were last is where the push will go.
  const people = db
    .prepare(
      `SELECT l.id, l.progress, l.opted_out, at.connection, at.seen_at FROM learners l
       JOIN accounts at ON at.commune = l.commune AND at.id = ${lastPhone("l")}
       WHERE l.commune = ? AND l.village = ? AND l.erased_at IS NULL AND ${agreed}`,
    )
    .raw();
  const counted = new Map<string, { readonly at: number; readonly people: readonly Reached[] }>();

  const of = (commune: string, village: string, now: number): readonly Reached[] => {
    const key = `${commune} ${village}`;
    const before = counted.get(key);
    if (before && now - before.at < 30_000 && now >= before.at) return before.people;
    const rows = people.all(commune, village) as [string, string, number, string, number][]; // the five columns above
    const fresh = rows.map(([id, progress, out, connection, seenAt]) => ({
      id,
      out: out === 1,
      progress: JSON.parse(progress) as Record<string, LessonProgress>, // written only by `learnerUpdated`
      connection,
      seenAt,
    }));
    counted.set(key, { at: now, people: fresh });
    return fresh;
  };
  return (commune, learner, now) =>
    (villagesOf.all(commune, learner) as string[]).flatMap((village) => {
      const others = of(commune, village, now).filter((p) => p.id !== learner);
      return lessons().map((lesson): PushOffer => {
        const open = others.filter((p) => !p.progress[lesson]?.passed);
        const eligible = open.filter((p) => !p.out);
        return {
          lesson,
          village,
          eligible: eligible.length,
          finished: others.length - open.length,
          optedOut: open.length - eligible.length,
          windows: windows?.(eligible, now),
        };
      });
    });
};

type Reached = Place & {
  readonly id: string;
  readonly out: boolean;
  readonly progress: Readonly<Record<string, LessonProgress>>;
};

/** The account a learner used last among those they are learning on now that have not blocked us; NULL when there is none. */
export const lastPhone = (learner: string): string =>
  `(SELECT a.id FROM account_learners al JOIN accounts a ON a.commune = al.commune AND a.id = al.account
    WHERE al.commune = ${learner}.commune AND al.learner = ${learner}.id AND a.learner = ${learner}.id AND a.blocked_at IS NULL ORDER BY a.seen_at DESC LIMIT 1)`;

/** As `remembered` in the engine: whoever agreed before the age was asked is not written to until they say it. */
const agreed = "l.consent = 'yes' AND l.age IS NOT NULL AND l.age <> 'under16'";

/** Agreed to be remembered, and learning now on a phone that has not blocked us. */
export const reachable = `l.erased_at IS NULL AND ${agreed}
  AND EXISTS (SELECT 1 FROM account_learners al JOIN accounts a ON a.commune = al.commune AND a.id = al.account
              WHERE al.commune = l.commune AND al.learner = l.id AND a.learner = l.id AND a.blocked_at IS NULL)`;
