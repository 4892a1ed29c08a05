import type { StoppedChat } from "../../turn-store.ts";
import { auditRow } from "../audit-row.ts";
import type { Database } from "../driver.ts";
import { ticketTimers } from "../ticket-timers.ts";
import type { Writer } from "./frame.ts";
import { seats } from "./household.ts";
import { joiningsForgotten } from "./joinings-forgotten.ts";
import { ticketsLeft } from "./ticket.ts";

const noReview = "review = 'unasked', review_at = NULL, review_unanswered = 0";

/**
 * Consent taken back: what was kept about them becomes nobody's, and nothing more is added. They may go on reading. A
 * certificate they were given stays theirs and can be checked; of a child nothing stays at all.
 */
export const withdrawn = (db: Database): Writer<"withdrawn"> => {
  const anonymise = anonymous(db);
  const prepared = (sql: readonly string[]) => sql.map((s) => db.prepare(s));
  const rows = prepared([
    `UPDATE learners SET name = NULL, village = NULL, audience = NULL, role = 'resident', progress = '{}', consent_at = NULL, consent_version = NULL, ${noReview} WHERE commune = ? AND id = ?`,
    ...["review_items", "question_askers", "link_codes", "team_members", "team_villages", "pushed", "downloads"].map(
      (table) => `DELETE FROM ${table} WHERE commune = ? AND learner = ?`,
    ),
  ]);
  const unjoined = joiningsForgotten(db);
  // What they asked a person for goes on.
  const timers = db.prepare(
    "DELETE FROM timers WHERE commune = ? AND learner = ? AND kind NOT IN ('ticket-climb', 'ticket-news', 'ticket-words')",
  );
  const ofChild = prepared([
    "DELETE FROM learning_events WHERE commune = ? AND learner = ?",
    "DELETE FROM certificates WHERE commune = ? AND learner = ?",
    "UPDATE learners SET certificates = '[]' WHERE commune = ? AND id = ?",
    "UPDATE tickets SET name = NULL, village = NULL, text = NULL WHERE commune = ? AND learner = ?",
    "DELETE FROM ticket_words WHERE commune = ? AND ticket IN (SELECT id FROM tickets WHERE learner = ?)",
  ]);
  const left = ticketsLeft(db);
  const audit = auditRow(db);
  return (w, { loaded: { account, person }, now }) => {
    audit(
      { what: "consent-withdrawn", commune: account.commune, about: person.id },
      { who: `learner:${person.id}`, from: null, at: now },
    );
    if (w.anonymous === null) for (const row of ofChild) row.run(account.commune, person.id);
    else anonymise(account.commune, person.id, w.anonymous);
    for (const row of rows) row.run(account.commune, person.id);
    timers.run(account.commune, person.id);
    unjoined(account.commune, person.id);
    left.run(account.commune, person.id);
  };
};

/**
 * Everything about a person goes, on all their phones; what they did stays as nobody's, so that past figures still add
 * up. A phone nobody else learns on is forgotten too: whoever writes from it next is a stranger.
 */
export const erased = (db: Database): Writer<"erased"> => {
  const erase = eraser(db);
  return (w, frame) => {
    const { account, person } = frame.loaded;
    const forgotten = erase(person.id, w.anonymous, {
      commune: account.commune,
      phone: account.id,
      now: frame.now,
      stopped: frame.stopped,
    });
    frame.switched = !forgotten;
  };
};

/** Where a person is erased: `phone` is the one of this turn, null when the clock does it. */
export type Erasure = {
  readonly commune: string;
  readonly phone: string | null;
  readonly now: number;
  readonly stopped: StoppedChat[];
};

/** Erases one person; answers whether the phone of this turn was forgotten with them. */
export const eraser = (db: Database) => {
  const anonymise = anonymous(db);
  const seat = seats(db);
  const accounts = db
    .prepare(
      "SELECT a.id, a.connection, a.chat, a.learner FROM account_learners al JOIN accounts a ON a.commune = al.commune AND a.id = al.account WHERE al.commune = ? AND al.learner = ?",
    )
    .raw();
  const other = db
    .prepare(
      "SELECT learner FROM account_learners WHERE commune = ? AND account = ? AND learner <> ? ORDER BY since LIMIT 1",
    )
    .pluck();
  const said = db.prepare(
    "UPDATE outbox SET message = NULL, account = iif(@forgotten, '', account), chat = iif(@forgotten, '', chat), status = CASE WHEN status IN ('queued', 'waiting') THEN 'expired' ELSE status END WHERE connection = @connection AND chat = @chat",
  );
  const forget = db.prepare("DELETE FROM accounts WHERE commune = ? AND id = ?");
  const person = db.prepare(
    `UPDATE learners SET name = NULL, village = NULL, audience = NULL, age = NULL, you = 'bac', role = 'resident', consent = 'no', consent_version = NULL,
            consent_at = NULL, progress = '{}', certificates = '[]', ${noReview}, erased_at = ? WHERE commune = ? AND id = ?`,
  );
  const rows = [
    "DELETE FROM sessions WHERE commune = ? AND learner = ?",
    "DELETE FROM timers WHERE commune = ? AND learner = ?",
    "DELETE FROM review_items WHERE commune = ? AND learner = ?",
    "DELETE FROM account_learners WHERE commune = ? AND learner = ?",
    "DELETE FROM team_members WHERE commune = ? AND learner = ?",
    "DELETE FROM team_villages WHERE commune = ? AND learner = ?",
    "DELETE FROM pushed WHERE commune = ? AND learner = ?",
    "DELETE FROM link_codes WHERE commune = ? AND learner = ?",
    "DELETE FROM downloads WHERE commune = ? AND learner = ?",
    "DELETE FROM question_askers WHERE commune = ? AND learner = ?",
    "DELETE FROM certificates WHERE commune = ? AND learner = ?",
    `UPDATE tickets SET learner = NULL, account = '', name = NULL, village = NULL, text = NULL,
            result = iif(status = 'done', result, 'gone'), status = 'done' WHERE commune = ? AND learner = ?`,
    "UPDATE pushes SET by_learner = NULL WHERE commune = ? AND by_learner = ?",
  ].map((sql) => db.prepare(sql));
  const unjoined = joiningsForgotten(db);
  const left = ticketsLeft(db);
  const helped = db.prepare("SELECT id FROM tickets WHERE commune = ? AND learner = ? AND status = 'taken'").pluck();
  const timers = ticketTimers(db);

  const audit = auditRow(db);
  return (learner: string, instead: string, { commune, phone: id, now, stopped }: Erasure): boolean => {
    const byClock = id === null;
    audit(
      { what: "data-erased", commune, about: learner, after: { by: byClock ? "clock" : "person" } },
      { who: byClock ? "program" : `learner:${learner}`, from: null, at: now },
    );
    let forgotten = false;
    const phones = accounts.all(commune, learner) as [string, string, string, string][]; // the four columns above
    for (const [phone, connection, chat, current] of phones) {
      const next = other.get(commune, phone, learner);
      said.run({ connection, chat, forgotten: typeof next === "string" ? 0 : 1 });
      stopped.push({ connection, chat, from: 0 });
      if (typeof next !== "string") forget.run(commune, phone);
      else if (current === learner) seat.sit(commune, phone, next);
      if (phone === id) forgotten = typeof next !== "string";
    }
    // Whoever was helping them hears that it is over: there is nobody to write to any more.
    for (const id of helped.all(commune, learner)) timers.tellTaker(commune, String(id), now);
    for (const row of rows) row.run(commune, learner);
    unjoined(commune, learner);
    left.run(commune, learner);
    anonymise(commune, learner, instead);
    person.run(now, commune, learner);
    return forgotten;
  };
};

/** Past facts lose their person and their phone; village and audience stay, they are what is counted. */
const anonymous = (db: Database) => {
  const events = db.prepare("UPDATE learning_events SET learner = ?, account = NULL WHERE commune = ? AND learner = ?");
  return (commune: string, learner: string, instead: string): void => void events.run(instead, commune, learner);
};
