import type { Retention } from "../retention.ts";
import type { Database } from "./driver.ts";
import { lastPhone } from "./reached.ts";
import { scrub } from "./scrub.ts";
import { trimLog } from "./trim-log.ts";
import { eraser } from "./writes/erased.ts";

/** Small enough that nobody who writes meanwhile notices. */
const rows = 2_000;
/** Forgetting a person touches many tables. */
const people = 50;

/** A web page asks for what was said a little after it was. */
const lastWordMs = 3_600_000;

/** Whoever has a request and has no phone any more that they could be asked on has it no longer than this. */
const untakenMs = 4 * 3_600_000;

type Deletion = { readonly run: (before: number) => { readonly changes: number } };
const sum = (all: readonly Deletion[], before: number): number => all.reduce((n, s) => n + s.run(before).changes, 0);

export const retention = (db: Database, id: () => string): Retention => {
  const inbox = db.prepare(
    `DELETE FROM inbox WHERE (connection, key) IN (SELECT connection, key FROM inbox WHERE at < ? ORDER BY at LIMIT ${rows})`,
  );
  const bodies = db
    .prepare(
      `UPDATE outbox SET message = NULL, account = '', chat = '', status = CASE WHEN status IN ('queued', 'waiting') THEN 'expired' ELSE status END WHERE id IN (SELECT id FROM outbox WHERE id > ? AND message IS NOT NULL AND created_at < ? ORDER BY id LIMIT ${rows}) RETURNING id`,
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
     WHERE (commune, account, learner) IN (SELECT commune, account, learner FROM sessions WHERE updated_at < ? AND instr(session, '"asked":"') > 0 AND json_valid(session) LIMIT ${rows})`,
  );
  const names = db.prepare(
    "UPDATE learners SET name = NULL WHERE consent <> 'yes' AND name IS NOT NULL AND created_at < ?",
  );
  const questions = db.prepare(
    `DELETE FROM question_askers WHERE (commune, question, learner) IN (SELECT commune, question, learner FROM question_askers WHERE at < ? ORDER BY at LIMIT ${rows})`,
  );
  const choices = [
    db.prepare("DELETE FROM search_choices WHERE last_day < ?"),
    db.prepare("DELETE FROM search_choices_once WHERE day < ?"),
  ];
  const drafts = db.prepare("DELETE FROM report_drafts WHERE kept_at < ?");
  const joinings = db.prepare("DELETE FROM joinings WHERE at < ?");
  // Who was never reached while it could be undone need not be told any more.
  const untold = db.prepare(
    "DELETE FROM timers WHERE kind = 'linked' AND NOT EXISTS (SELECT 1 FROM joinings j WHERE j.commune = timers.commune AND j.id = timers.token)",
  );
  const codes = [
    db.prepare("DELETE FROM link_codes WHERE expires_at < ?"),
    db.prepare("DELETE FROM invitations WHERE expires_at < ?"),
    db.prepare("DELETE FROM downloads WHERE expires_at < ?"),
    db.prepare("DELETE FROM alarm_codes WHERE expires_at < ?"),
  ];
  const staff = [
    db.prepare("DELETE FROM staff_sessions WHERE expires_at < ?"),
    db.prepare("DELETE FROM staff_links WHERE expires_at < ?"),
  ];
  // How many asked and when stays; who, and what about, does not.
  const tickets = db.prepare(
    `UPDATE tickets SET learner = NULL, account = '', name = NULL, village = NULL, text = NULL, taken_by = NULL, taken_learner = NULL, status = 'done', result = coalesce(result, 'gone')
     WHERE (commune, id) IN (SELECT commune, id FROM tickets WHERE updated_at < ? AND (status <> 'done' OR account <> '') LIMIT ${rows})`,
  );
  // Whatever befell its timers: what is open climbs, and what somebody has they are asked about.
  const unwatched = [
    `INSERT OR IGNORE INTO timers (commune, id, account, learner, kind, token, due_at)
     SELECT commune, 'ticket:' || id || ':climb', account, learner, 'ticket-climb', id, 0 FROM tickets
     WHERE status = 'open' AND climbed < 2 AND learner IS NOT NULL AND account <> ''`,
    `INSERT OR IGNORE INTO timers (commune, id, account, learner, kind, token, due_at)
     SELECT t.commune, 'ticket:' || t.id || ':' || l.id, a.id, l.id, 'ticket', t.id, 0 FROM tickets t
     JOIN learners l ON l.commune = t.commune AND l.id = t.taken_learner JOIN accounts a ON a.commune = t.commune AND a.id = ${lastPhone("l")}
     WHERE t.status = 'taken'`,
  ].map((sql) => db.prepare(sql));
  const unreached = db.prepare(
    `UPDATE tickets SET status = 'open', taken_by = NULL, taken_learner = NULL, visit = 0, reminded_at = NULL
     WHERE status = 'taken' AND updated_at < ? AND EXISTS (SELECT 1 FROM learners l WHERE l.commune = tickets.commune AND l.id = tickets.taken_learner AND ${lastPhone("l")} IS NULL)`,
  );
  // What was just under way when its request was closed has arrived by now.
  const said = db.prepare(
    `UPDATE outbox SET message = NULL, status = iif(status IN ('queued', 'waiting'), 'expired', status)
     WHERE ticket IS NOT NULL AND message IS NOT NULL AND created_at < ?
       AND EXISTS (SELECT 1 FROM tickets t WHERE t.commune = outbox.commune AND t.id = outbox.ticket AND t.status = 'done')`,
  );
  // The last word to somebody who was erased went out after they were: their address goes once it was sent.
  const addresses = db.prepare(
    `UPDATE outbox SET message = NULL, account = '', chat = '' WHERE id IN (
       SELECT o.id FROM outbox o WHERE o.chat <> '' AND o.status NOT IN ('queued', 'waiting') AND o.created_at < ?
         AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.connection = o.connection AND a.chat = o.chat) LIMIT ${rows})`,
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
  // Who refused or never answered: a chat id and a language, and both are somebody's.
  const strangers = db
    .prepare(
      `SELECT l.commune, l.id FROM learners l
       WHERE l.consent <> 'yes' AND l.sample = 0 AND l.erased_at IS NULL AND l.created_at < @before
         AND NOT EXISTS (SELECT 1 FROM account_learners al JOIN accounts a ON a.commune = al.commune AND a.id = al.account
                         WHERE al.commune = l.commune AND al.learner = l.id AND a.seen_at >= @before)
       LIMIT ${people}`,
    )
    .raw();
  const trim = trimLog(db);
  const erase = eraser(db);
  const forget = (which: typeof silent, now: number, before: number): number => {
    const gone = which.all({ before }) as [string, string][]; // the two columns of both
    for (const [commune, learner] of gone) erase(learner, id(), { commune, phone: null, now, stopped: [] });
    return gone.length;
  };
  // Ids grow with time: rows behind the last emptied one need not be looked at again.
  let bodiless = 0;

  const sweep = db.transaction((now: number, terms: Parameters<Retention["sweep"]>[1]) => {
    const emptied = bodies.all(bodiless, now - terms.bodies) as number[]; // the column `id`
    asked.run(now - terms.unconsented);
    sum(choices, now - terms.questions);
    drafts.run(now - terms.drafts);
    joinings.run(now - terms.joinings);
    untold.run();
    unreached.run(now - untakenMs);
    for (const s of unwatched) s.run();
    said.run(now - lastWordMs);
    bodiless = Math.max(bodiless, ...emptied);
    return {
      inbox: inbox.run(now - terms.inbox).changes,
      bodies: emptied.length,
      sessions: sessions.run(now - terms.unconsented).changes,
      names: names.run(now - terms.unconsented).changes,
      codes: sum(codes, now - terms.codes),
      questions: questions.run(now - terms.questions).changes,
      tickets: tickets.run(now - terms.tickets).changes,
      learners: forget(silent, now, now - terms.learners),
      strangers: forget(strangers, now, now - terms.strangers),
      staff: sum(staff, now - terms.staff),
      log: trim(now, now - terms.log),
    };
  });
  return {
    sweep: async (now, terms) => {
      const swept = sweep.immediate(now, terms);
      addresses.run(now - lastWordMs);
      scrub(db);
      return swept;
    },
  };
};
