import type { Selectable } from "kysely";
import type { Database } from "../driver.ts";
import type { Tables } from "../tables.ts";
import { ticketHelpers, ticketOf } from "../tickets.ts";
import { done, type Writer } from "./frame.ts";

/** A call for a person. One person has one open: pressing again adds to it, and only money just lost rings once more. */
export const ticket = (db: Database): Writer<"ticket"> => {
  const open = db.prepare(
    `SELECT id, urgent FROM tickets WHERE commune = ? AND (learner = ? OR account = ?) AND status IN ('open', 'taken') ORDER BY created_at LIMIT 1`,
  );
  const more = db.prepare(
    `UPDATE tickets SET asked = asked + 1, urgent = max(urgent, ?), text = coalesce(?, text), flow = ?, state = ?, step = ?, steps = ?, updated_at = ?
     WHERE commune = ? AND id = ?`,
  );
  const insert = db.prepare<
    Omit<
      Selectable<Tables["tickets"]>,
      "asked" | "status" | "taken_by" | "taken_learner" | "created_at" | "updated_at"
    > & {
      readonly now: number;
    }
  >(
    `INSERT INTO tickets (commune, id, learner, account, name, village, topic, flow, state, urgent, text, step, steps, status, created_at, updated_at)
     VALUES (@commune, @id, @learner, @account, @name, @village, @topic, @flow, @state, @urgent, @text, @step, @steps, 'open', @now, @now)`,
  );
  const helpers = ticketHelpers(db);
  const ring = db.prepare(
    "INSERT OR REPLACE INTO timers (commune, id, account, learner, kind, token, due_at) VALUES (?,?,?,?,'ticket',?,?)",
  );
  return (w, { loaded: { account, person }, now }) => {
    const { commune } = account;
    const urgent = w.urgent ? 1 : 0;
    const before = open.get(commune, person.id, account.id) as { id: string; urgent: number } | undefined; // the two columns
    if (before) more.run(urgent, w.text, w.flow, w.state, w.step, w.steps, now, commune, before.id);
    else {
      const { write: _, ...told } = w;
      insert.run({ ...told, commune, learner: person.id, account: account.id, urgent, now });
    }
    const id = before?.id ?? w.id;
    if (before && before.urgent >= urgent) return;
    for (const h of helpers(commune, person.id, w.village))
      ring.run(commune, `ticket:${id}:${h.learner}`, h.account, h.learner, id, now);
  };
};

/** The first of the team who says so has it; the others hear who. */
export const ticketTaken = (db: Database): Writer<"ticket-taken"> => {
  const take = db.prepare(
    "UPDATE tickets SET status = 'taken', taken_by = ?, taken_learner = ?, updated_at = ? WHERE commune = ? AND id = ? AND status = 'open'",
  );
  const tell = teller(db);
  const again = askAgain(db);
  const read = ticketOf(db);
  return (w, { loaded: { account, person }, now }) => {
    const { commune } = account;
    if (take.run(person.name ?? "Tổ", person.id, now, commune, w.id).changes === 0) {
      const taker = read(commune, w.id, person.id, now)?.taker;
      return taker ? { why: "ticket-taken", who: taker } : "ticket-gone";
    }
    tell(commune, w.id, now);
    again(commune, w.id, account.id, person.id, now + 2 * 3_600_000);
    return done;
  };
};

/** Done: only by whoever took it; the desk closes the others. */
export const ticketClosed = (db: Database): Writer<"ticket-closed"> => {
  const close = db.prepare(
    // The words, and the telephone number in them, were left for this call.
    "UPDATE tickets SET status = 'done', text = NULL, updated_at = ? WHERE commune = ? AND id = ? AND status = 'taken' AND taken_learner = ?",
  );
  const tell = teller(db);
  const timers = db.prepare("DELETE FROM timers WHERE commune = ? AND token = ? AND kind = 'ticket'");
  return (w, { loaded: { account, person }, now }) => {
    if (close.run(now, account.commune, w.id, person.id).changes === 0) return "ticket-gone";
    timers.run(account.commune, w.id);
    tell(account.commune, w.id, now);
    return done;
  };
};

/** Whoever took requests and is no more: their name goes from each, and one they had not done waits for somebody again. */
export const ticketsLeft = (db: Database) =>
  db.prepare(
    "UPDATE tickets SET taken_by = NULL, taken_learner = NULL, status = iif(status = 'taken', 'open', status) WHERE commune = ? AND taken_learner = ?",
  );

export const ticketKept = (db: Database): Writer<"ticket-kept"> => {
  const again = askAgain(db);
  return (w, { loaded: { account, person } }) => again(account.commune, w.id, account.id, person.id, w.until);
};

const askAgain = (db: Database) => {
  const put = db.prepare(
    "INSERT OR REPLACE INTO timers (commune, id, account, learner, kind, token, due_at) VALUES (?,?,?,?,'ticket',?,?)",
  );
  return (commune: string, ticket: string, account: string, learner: string, at: number): void =>
    void put.run(commune, `ticket:${ticket}:${learner}`, account, learner, ticket, at);
};

/** Whoever asked is told on the phone they asked from. */
const teller = (db: Database) => {
  const put = db.prepare(
    `INSERT OR REPLACE INTO timers (commune, id, account, learner, kind, token, due_at)
     SELECT commune, 'ticket-news:' || id, account, learner, 'ticket-news', id, ? FROM tickets WHERE commune = ? AND id = ? AND learner IS NOT NULL AND account <> ''`,
  );
  return (commune: string, ticket: string, now: number): void => void put.run(now, commune, ticket);
};
