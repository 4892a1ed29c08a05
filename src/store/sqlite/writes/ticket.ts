import type { Selectable } from "kysely";
import { awake, awakeAfter, DAY } from "../../../kit/vietnam-time.ts";
import type { Database } from "../driver.ts";
import type { Tables } from "../tables.ts";
import { ticketTimers } from "../ticket-timers.ts";
import { allHelpers, ticketHelpers, ticketOf } from "../tickets.ts";
import { done, type Frame, type Writer } from "./frame.ts";

const minute = 60_000;
/** Nobody took it for so long: the rest of the team hears it. And whoever took it and wrote nothing is asked. */
const soon = 15 * minute;
/** Given back, it is for the staff after so long; whoever takes care of it is asked again. */
const later = 120 * minute;

/** A call for a person. One person has one open: pressing again adds to it, and only money just lost rings once more. */
export const ticket = (db: Database): Writer<"ticket"> => {
  const open = db.prepare(
    `SELECT id, urgent FROM tickets WHERE commune = ? AND learner = ? AND status IN ('open', 'taken') ORDER BY created_at LIMIT 1`,
  );
  const more = db.prepare(
    `UPDATE tickets SET asked = asked + 1, urgent = max(urgent, ?), text = coalesce(?, text), flow = ?, state = ?, step = ?, steps = ?, updated_at = ?
     WHERE commune = ? AND id = ?`,
  );
  const insert = db.prepare<
    Pick<
      Selectable<Tables["tickets"]>,
      "commune" | "id" | "learner" | "account" | "name" | "village" | "topic" | "flow" | "state"
    > &
      Pick<Selectable<Tables["tickets"]>, "urgent" | "text" | "step" | "steps"> & { readonly now: number }
  >(
    `INSERT INTO tickets (commune, id, learner, account, name, village, topic, flow, state, urgent, text, step, steps, status, created_at, updated_at)
     VALUES (@commune, @id, @learner, @account, @name, @village, @topic, @flow, @state, @urgent, @text, @step, @steps, 'open', @now, @now)`,
  );
  const helpers = ticketHelpers(db);
  const timers = ticketTimers(db);
  return (w, { loaded: { account, person, quiet }, now }) => {
    const { commune } = account;
    const urgent = w.urgent ? 1 : 0;
    const before = open.get(commune, person.id) as { id: string; urgent: number } | undefined; // the two columns
    if (before) more.run(urgent, w.text, w.flow, w.state, w.step, w.steps, now, commune, before.id);
    else {
      const { write: _, ...told } = w;
      insert.run({ ...told, commune, learner: person.id, account: account.id, urgent, now });
    }
    const id = before?.id ?? w.id;
    if (before && before.urgent >= urgent) return;
    for (const h of helpers(commune, person.id, w.village)) timers.bell(commune, id, h, now);
    const asker = { learner: person.id, account: account.id };
    timers.climb(commune, id, asker, w.urgent ? now + soon : awakeAfter(now, soon, quiet));
  };
};

/** The first of the team who says so has it; the others hear who. One statement decides, however many press at once. */
export const ticketTaken = (db: Database): Writer<"ticket-taken"> => {
  const take = db.prepare(
    `UPDATE tickets SET status = 'taken', taken_by = @name, taken_learner = @learner, visit = 0, reminded_at = NULL, updated_at = @now
     WHERE commune = @commune AND id = @id AND status = 'open' AND learner IS NOT @learner
       AND EXISTS (SELECT 1 FROM team_places p WHERE p.commune = @commune AND p.learner = @learner)`,
  );
  const timers = ticketTimers(db);
  const read = ticketOf(db);
  return (w, { loaded: { account, person, quiet }, now }) => {
    const { commune } = account;
    const { changes } = take.run({ commune, id: w.id, learner: person.id, name: person.name ?? "Tổ", now });
    if (changes === 0) {
      const taker = read(commune, w.id, person.id, now)?.taker;
      return taker ? { why: "ticket-taken", who: taker } : "ticket-gone";
    }
    timers.tellAsker(commune, w.id, now);
    timers.bell(commune, w.id, { learner: person.id, account: account.id }, awakeAfter(now, soon, quiet));
    return done;
  };
};

/** Something whoever has it does with it; nothing where it is theirs no more. */
const ofTaker = (db: Database, set: string) => {
  const change = db.prepare(
    `UPDATE tickets SET ${set}, reminded_at = NULL, updated_at = ? WHERE commune = ? AND id = ? AND status = 'taken' AND taken_learner = ?`,
  );
  return (commune: string, id: string, learner: string, now: number): boolean =>
    change.run(now, commune, id, learner).changes > 0;
};

/** Done, or not to be done: the words, and the telephone number in them, were left for this call. */
export const ticketClosed = (db: Database): Writer<"ticket-closed"> => {
  const close = {
    done: ofTaker(db, "status = 'done', text = NULL, result = 'done'"),
    unreached: ofTaker(db, "status = 'done', text = NULL, result = 'unreached'"),
  };
  const timers = ticketTimers(db);
  return (w, { loaded: { account, person }, now }) => {
    if (!close[w.result](account.commune, w.id, person.id, now)) return "ticket-gone";
    timers.tellAsker(account.commune, w.id, now);
    return done;
  };
};

/** They can do it themselves now. */
export const ticketSolved = (db: Database): Writer<"ticket-solved"> => {
  const close = db.prepare(
    "UPDATE tickets SET status = 'done', text = NULL, result = 'solved', updated_at = ? WHERE commune = ? AND id = ? AND status <> 'done' AND learner = ?",
  );
  const timers = ticketTimers(db);
  return (w, { loaded: { account, person }, now }) => {
    timers.tellTaker(account.commune, w.id, now);
    return close.run(now, account.commune, w.id, person.id).changes === 0 ? "talk-over" : done;
  };
};

/** It stays theirs, and they are asked about it the next day. */
export const ticketVisit = (db: Database): Writer<"ticket-visit"> => {
  const visit = ofTaker(db, "visit = 1");
  const timers = ticketTimers(db);
  return (w, { loaded: { account, person, quiet }, now }) => {
    if (!visit(account.commune, w.id, person.id, now)) return "ticket-gone";
    timers.tellAsker(account.commune, w.id, now);
    timers.bell(account.commune, w.id, { learner: person.id, account: account.id }, awake(now + DAY, quiet));
    return done;
  };
};

/** They give it back: everybody else of the team hears it, and the staff if nobody takes it. */
export const ticketHandedOn = (db: Database): Writer<"ticket-handed-on"> => {
  const handOn = handingOn(db);
  return ({ id }, frame) => (handOn(id, frame) ? done : "ticket-gone");
};

/** They were asked and said nothing: it is looked for somebody else, who hears it as a call nobody took. */
export const ticketGivenBack = (db: Database): Writer<"ticket-given-back"> => {
  const handOn = handingOn(db);
  return ({ id }, frame) => void handOn(id, frame);
};

/** Whether it was theirs to give back; who asked and the others of the team are then told. */
const handingOn = (db: Database) => {
  const back = ofTaker(
    db,
    "status = 'open', taken_by = NULL, taken_learner = NULL, visit = 0, climbed = max(climbed, 1)",
  );
  const timers = ticketTimers(db);
  const ring = ringOthers(db);
  return (id: string, { loaded: { account, person, quiet }, now }: Frame): boolean => {
    if (!back(account.commune, id, person.id, now)) return false;
    timers.tellAsker(account.commune, id, now);
    ring(account.commune, id, person.id, now);
    timers.climbAgain(account.commune, id, awakeAfter(now, later, quiet));
    return true;
  };
};

const ringOthers = (db: Database) => {
  const all = allHelpers(db);
  const timers = ticketTimers(db);
  const asker = db.prepare("SELECT learner FROM tickets WHERE commune = ? AND id = ?").pluck();
  return (commune: string, id: string, but: string, now: number): void => {
    for (const h of all(commune, String(asker.get(commune, id))))
      if (h.learner !== but) timers.bell(commune, id, h, now);
  };
};

/** Nobody took it in time. */
export const ticketClimbed = (db: Database): Writer<"ticket-climbed"> => {
  const climb = db.prepare("UPDATE tickets SET climbed = ? WHERE commune = ? AND id = ? AND status = 'open'");
  const ring = ringOthers(db);
  const timers = ticketTimers(db);
  return (w, { loaded: { account }, now }) => {
    const { commune } = account;
    if (climb.run(w.to, commune, w.id).changes === 0) return;
    // Those of the village too: whoever was busy the first time may not be now.
    if (w.to === 1) ring(commune, w.id, "", now);
    if (w.to === 2) timers.tellStaff(commune, w.id, now);
    if (w.next !== null) timers.climbAgain(commune, w.id, w.next);
  };
};

/** Whoever took requests and is no more: their name goes from each, and one they had not done waits for somebody again. */
export const ticketsLeft = (db: Database) =>
  db.prepare(
    "UPDATE tickets SET taken_by = NULL, taken_learner = NULL, visit = 0, reminded_at = NULL, status = iif(status = 'taken', 'open', status) WHERE commune = ? AND taken_learner = ?",
  );

export const ticketKept = (db: Database): Writer<"ticket-kept"> => {
  const keep = ofTaker(db, "visit = visit");
  const timers = ticketTimers(db);
  return (w, { loaded: { account, person } }) => {
    if (!keep(account.commune, w.id, person.id, w.until - later)) return "ticket-gone";
    timers.bell(account.commune, w.id, { learner: person.id, account: account.id }, w.until);
    return done;
  };
};

/** Whoever has it is asked whether they still help. */
export const ticketReminded = (db: Database): Writer<"ticket-reminded"> => {
  const mark = db.prepare("UPDATE tickets SET reminded_at = ? WHERE commune = ? AND id = ? AND taken_learner = ?");
  const timers = ticketTimers(db);
  return (w, { loaded: { account, person }, now }) => {
    mark.run(now, account.commune, w.id, person.id);
    timers.bell(account.commune, w.id, { learner: person.id, account: account.id }, w.until);
  };
};
