import type { Database } from "../driver.ts";
import { lastPhone, reachable } from "../push-offers.ts";
import type { Writer } from "./frame.ts";

/** About one every 33 ms, the pace the sender keeps too: the queue never holds a whole push, and replies pass between. */
const paceMs = 33;

/** Plans a push: one timer a person, in the order of the pace. Only a team member, only to their own village. */
export const pushConfirmed = (db: Database): Writer<"push-confirmed"> => {
  const allowed = db
    .prepare(
      "SELECT 1 FROM team_members WHERE commune = ? AND learner = ? AND removed_at IS NULL AND (village IS NULL OR village = ?)",
    )
    .pluck();
  const push = db.prepare(
    "INSERT INTO pushes (commune, id, lesson, village, by_learner, created_at, planned, status) VALUES (?,?,?,?,?,?,?,?)",
  );
  // The phone they used last: one person gets one push, however many phones they learn on.
  const plan = db.prepare(
    `INSERT INTO timers (commune, id, account, learner, kind, token, due_at, push)
     SELECT @commune, @push || ':' || l.id,
            ${lastPhone("l")},
            l.id, 'push', '', @now + ${paceMs} * row_number() OVER (), @push
     FROM learners l
     WHERE l.commune = @commune AND (@village IS NULL OR l.village = @village) AND l.id <> @by AND l.opted_out = 0 AND ${reachable}
       AND NOT coalesce(json_extract(l.progress, '$."' || @lesson || '".passed'), 0)`,
  );
  return (w, { loaded: { account, person }, now }) => {
    if (allowed.get(account.commune, person.id, w.village) !== 1) return;
    const planned = plan.run({
      commune: account.commune,
      push: w.id,
      now,
      village: w.village,
      by: person.id,
      lesson: w.lesson,
    }).changes;
    push.run(account.commune, w.id, w.lesson, w.village, person.id, now, planned, planned > 0 ? "running" : "done");
  };
};

/** Somebody the push no longer fits: counted, not bothered. */
export const pushSkipped = (db: Database): Writer<"push-skipped"> => {
  const skip = db.prepare("UPDATE pushes SET skipped = skipped + 1 WHERE commune = ? AND id = ?");
  return (_w, { timer }) => {
    if (timer?.push) skip.run(timer.commune, timer.push);
  };
};
