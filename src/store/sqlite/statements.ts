import type { Insertable, Selectable } from "kysely";
import type { Database } from "./driver.ts";
import { inserting } from "./inserting.ts";
import type { Tables } from "./tables.ts";

/** The statements every turn runs, prepared once. */
export const statements = (db: Database) => ({
  mark: db.prepare("INSERT OR IGNORE INTO inbox (connection, key, at) VALUES (?,?,?)"),
  newest: db.prepare<Record<"connection" | "at", string | number>>(
    "UPDATE connections SET newest_at = @at WHERE id = @connection AND (newest_at IS NULL OR newest_at < @at)",
  ),
  markFailed: db.prepare("INSERT OR IGNORE INTO inbox (connection, key, at, fault) VALUES (?,?,?,?)"),
  markFault: db.prepare("UPDATE inbox SET fault = ? WHERE connection = ? AND key = ?"),
  newLearner: inserting(db, "learners", ["commune", "id", "language", "created_at"]),
  newAccount: inserting(db, "accounts", ["commune", "id", "connection", "chat", "learner", "created_at", "seen_at"]),
  newSeat: inserting(db, "account_learners", ["commune", "account", "learner", "since"]),
  seen: db.prepare("UPDATE accounts SET seen_at = ?, blocked_at = NULL WHERE commune = ? AND id = ?"),
  saveSession: db.prepare<Insertable<Tables["sessions"]>>(
    `INSERT INTO sessions (commune, account, learner, session, token, updated_at) VALUES (@commune, @account, @learner, @session, @token, @updated_at)
     ON CONFLICT DO UPDATE SET session = excluded.session, token = excluded.token, updated_at = excluded.updated_at`,
  ),
  learnerUpdated: db.prepare<
    Omit<
      Selectable<Tables["learners"]>,
      "role" | "sample" | "created_at" | "erased_at" | "review_at" | "review_unanswered"
    >
  >(
    `UPDATE learners SET name = @name, you = @you, language = @language, village = @village, audience = @audience, age = @age, consent = @consent,
            opted_out = @opted_out, review = @review, progress = @progress, certificates = @certificates,
            consent_version = coalesce(@consent_version, consent_version), consent_at = coalesce(@consent_at, consent_at)
     WHERE commune = @commune AND id = @id`,
  ),
  say: inserting(db, "outbox", [
    "commune",
    "connection",
    "account",
    "chat",
    "priority",
    "message",
    "status",
    "due_at",
    "created_at",
    "push",
    "ticket",
  ]),
  release: db.prepare(
    `UPDATE outbox SET status = 'queued', due_at = ? WHERE connection = ? AND chat = ? AND status = 'waiting'
     RETURNING id, commune, connection, account, chat, priority, NULL AS message, attempts, due_at AS dueAt`,
  ),
  takeTimer: db.prepare("DELETE FROM timers WHERE commune = ? AND id = ? AND due_at = ? AND token = ?"),
  lessonOf: db
    .prepare("SELECT lesson FROM pushes WHERE commune = ? AND id = ? AND status = 'running' AND created_at > ?")
    .pluck(),
  skipped: db.prepare("UPDATE pushes SET skipped = skipped + 1 WHERE commune = ? AND id = ?"),
  pushDone: db.prepare(
    "UPDATE pushes SET status = 'done' WHERE commune = ? AND id = ? AND status = 'running' AND NOT EXISTS (SELECT 1 FROM timers WHERE commune = ? AND push = ?)",
  ),
  whoIs: db.prepare(
    `SELECT a.id, a.learner, l.language, l.you FROM accounts a JOIN learners l ON l.commune = a.commune AND l.id = a.learner WHERE a.connection = ? AND a.chat = ?`,
  ),
  // The column alone says that the last turn failed; the session inside keeps its own token and the person their place.
  markSession: db.prepare("UPDATE sessions SET token = 'failed' WHERE commune = ? AND account = ? AND learner = ?"),
  sessionOf: db.prepare("SELECT session FROM sessions WHERE commune = ? AND account = ? AND learner = ?").pluck(),
  dropFailedSession: db.prepare(
    "DELETE FROM sessions WHERE commune = ? AND account = ? AND learner = ? AND token = 'failed'",
  ),
});
