import type { PushAsked, PushCount } from "../../engine/facts.ts";
import { pushLimit } from "../push-limit.ts";
import type { Database } from "./driver.ts";
import { agreed, lastPhone } from "./reached.ts";

/** Where somebody is reached, and when they were last there. */
export type PushAddress = { readonly connection: string; readonly seenAt: number };
export type Windows = (people: readonly PushAddress[], now: number) => PushCount["windows"];

/** Pushes of a learner that have not had their turn. They count as sent: two planned on one evening are two. */
const waiting = `FROM account_learners al JOIN timers t ON t.commune = al.commune AND t.account = al.account AND t.learner = al.learner
  JOIN pushes w ON w.commune = t.commune AND w.id = t.push WHERE al.commune = l.commune AND al.learner = l.id`;

/**
 * Everybody a push could mean, once each, with the phone it would go to and the first reason against it. The preview
 * counts these rows and the plan is made of them, so the two can only differ by what happened in between.
 */
export const pushPeople = `
  SELECT l.id, ${lastPhone("l")} AS phone,
    CASE
      WHEN l.opted_out = 1 THEN 'optedOut'
      WHEN coalesce(json_extract(l.progress, '$."' || @lesson || '".passed'), 0) THEN 'finished'
      WHEN ${lastPhone("l")} IS NULL THEN 'unreached'
      WHEN EXISTS (SELECT 1 FROM pushed s WHERE s.commune = l.commune AND s.learner = l.id AND s.lesson = @lesson AND s.version = @version)
        OR EXISTS (SELECT 1 ${waiting} AND w.lesson = @lesson) THEN 'had'
      WHEN (SELECT count(*) FROM pushed s WHERE s.commune = l.commune AND s.learner = l.id AND s.at > @now - ${pushLimit.weekMs})
        + (SELECT count(*) ${waiting}) >= ${pushLimit.aWeek} THEN 'full'
      ELSE 'eligible'
    END AS how
  FROM learners l
  WHERE l.commune = @commune AND l.village = @village AND l.id <> @by AND l.erased_at IS NULL AND ${agreed}`;

/** How many a push would go to now, and how many not and why; `eligible` null when this member may not send it there any more. */
export const pushCounts = (db: Database, windows?: Windows) => {
  const count = db.prepare(`SELECT how, count(*) AS n FROM (${pushPeople}) GROUP BY how`).raw();
  const places = db.prepare(
    `SELECT a.connection, a.seen_at AS seenAt FROM (${pushPeople}) p
     JOIN accounts a ON a.commune = @commune AND a.id = p.phone WHERE p.how = 'eligible'`,
  );
  const allowed = mayPush(db);
  return (commune: string, by: string, { lesson, village, version }: PushAsked, now: number): PushCount => {
    if (!allowed(commune, by, village)) return { lesson, village, ...none };
    const of = { commune, village, by, lesson, version, now };
    const counts = new Map(count.all(of) as [string, number][]); // the two columns above
    const n = (how: string): number => counts.get(how) ?? 0;
    return {
      lesson,
      village,
      eligible: n("eligible"),
      finished: n("finished"),
      optedOut: n("optedOut"),
      had: n("had"),
      full: n("full"),
      unreached: n("unreached"),
      windows: windows?.(places.all(of) as PushAddress[], now), // the columns are named as the type
    };
  };
};

const none = { eligible: null, finished: 0, optedOut: 0, had: 0, full: 0, unreached: 0 };

/** A member may send to their own villages, as long as these are there. */
export const mayPush = (db: Database) => {
  const row = db
    .prepare(
      `SELECT 1 FROM team_places t JOIN villages v ON v.commune = t.commune AND v.id = @village AND v.removed_at IS NULL
       WHERE t.commune = @commune AND t.learner = @learner AND (t.village IS NULL OR t.village = @village)`,
    )
    .pluck();
  return (commune: string, learner: string, village: string | null): boolean =>
    village !== null && row.get({ commune, learner, village }) === 1;
};
