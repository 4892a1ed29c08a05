import type { Retention } from "../retention.ts";
import type { Database } from "./open.ts";
import { eraser } from "./writes/erased.ts";

/** Small enough that nobody who writes meanwhile notices. */
const rows = 2_000;
/** Forgetting a person touches many tables. */
const people = 50;

export const retention = (db: Database, id: () => string): Retention => {
  const inbox = db.prepare(
    `DELETE FROM inbox WHERE (connection, key) IN (SELECT connection, key FROM inbox WHERE at < ? ORDER BY at LIMIT ${rows})`,
  );
  const bodies = db
    .prepare(
      `UPDATE outbox SET message = NULL, status = CASE WHEN status IN ('queued', 'waiting') THEN 'expired' ELSE status END WHERE id IN (SELECT id FROM outbox WHERE id > ? AND message IS NOT NULL AND created_at < ? ORDER BY id LIMIT ${rows}) RETURNING id`,
    )
    .pluck();
  const sessions = db.prepare(
    `DELETE FROM sessions WHERE (commune, account, learner) IN (
       SELECT s.commune, s.account, s.learner FROM sessions s JOIN learners l ON l.commune = s.commune AND l.id = s.learner
       WHERE s.updated_at < ? AND (l.consent <> 'yes' OR l.age = 'under16') LIMIT ${rows})`,
  );
  // A question that was answered with "which of these?" and then silence: its words waited in the session for "none of these".
  const asked = db.prepare(
    `UPDATE sessions SET session = json_remove(session, '$.runs[#-1].vars.asked')
     WHERE (commune, account, learner) IN (SELECT commune, account, learner FROM sessions WHERE updated_at < ? AND instr(session, '"asked":"') > 0 LIMIT ${rows})`,
  );
  const names = db.prepare(
    "UPDATE learners SET name = NULL WHERE consent <> 'yes' AND name IS NOT NULL AND created_at < ?",
  );
  const questions = db.prepare(
    `DELETE FROM question_askers WHERE (commune, question, learner) IN (SELECT commune, question, learner FROM question_askers WHERE at < ? ORDER BY at LIMIT ${rows})`,
  );
  const codes = db.prepare("DELETE FROM link_codes WHERE expires_at < ?");
  const joinings = db.prepare("DELETE FROM joinings WHERE at < ?");
  // Who was never reached while it could be undone need not be told any more.
  const untold = db.prepare(
    "DELETE FROM timers WHERE kind = 'linked' AND NOT EXISTS (SELECT 1 FROM joinings j WHERE j.commune = timers.commune AND j.id = timers.token)",
  );
  // Sample people are shown for ever; real ones were promised to be forgotten.
  const silent = db
    .prepare(
      `SELECT l.commune, l.id FROM learners l
       WHERE l.consent = 'yes' AND l.sample = 0 AND l.erased_at IS NULL AND l.created_at < @before
         AND NOT EXISTS (SELECT 1 FROM account_learners al JOIN sessions s ON s.commune = al.commune AND s.account = al.account AND s.learner = al.learner
                         WHERE al.commune = l.commune AND al.learner = l.id AND s.updated_at >= @before)
       LIMIT ${people}`,
    )
    .raw();
  const erase = eraser(db);
  const forget = (now: number, before: number): number => {
    const gone = silent.all({ before }) as [string, string][]; // the two columns above
    for (const [commune, learner] of gone) erase(learner, id(), { commune, phone: null, now, hushed: [] });
    return gone.length;
  };
  // Ids grow with time: rows behind the last emptied one need not be looked at again.
  let bodiless = 0;

  const sweep = db.transaction((now: number, terms: Parameters<Retention["sweep"]>[1]) => {
    const emptied = bodies.all(bodiless, now - terms.bodies) as number[]; // the column `id`
    asked.run(now - terms.unconsented);
    joinings.run(now - terms.joinings);
    untold.run();
    bodiless = Math.max(bodiless, ...emptied);
    return {
      inbox: inbox.run(now - terms.inbox).changes,
      bodies: emptied.length,
      sessions: sessions.run(now - terms.unconsented).changes,
      names: names.run(now - terms.unconsented).changes,
      codes: codes.run(now - terms.unconsented).changes,
      questions: questions.run(now - terms.questions).changes,
      learners: forget(now, now - terms.learners),
    };
  });
  return { sweep: async (now, terms) => sweep.immediate(now, terms) };
};
