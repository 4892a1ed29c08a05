import type { Retention } from "../retention.ts";
import type { Database } from "./open.ts";

/** Small enough that nobody who writes meanwhile notices. */
const rows = 2_000;

export const retention = (db: Database): Retention => {
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
  const names = db.prepare(
    "UPDATE learners SET name = NULL WHERE consent <> 'yes' AND name IS NOT NULL AND created_at < ?",
  );
  const codes = db.prepare("DELETE FROM link_codes WHERE expires_at < ?");
  // Ids grow with time: rows behind the last emptied one need not be looked at again.
  let bodiless = 0;

  const sweep = db.transaction((now: number, terms: Parameters<Retention["sweep"]>[1]) => {
    const emptied = bodies.all(bodiless, now - terms.bodies) as number[]; // the column `id`
    bodiless = Math.max(bodiless, ...emptied);
    return {
      inbox: inbox.run(now - terms.inbox).changes,
      bodies: emptied.length,
      sessions: sessions.run(now - terms.unconsented).changes,
      names: names.run(now - terms.unconsented).changes,
      codes: codes.run(now - terms.unconsented).changes,
    };
  });
  return { sweep: async (now, terms) => sweep.immediate(now, terms) };
};
