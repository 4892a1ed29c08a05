import { awakeAfter } from "../../../kit/vietnam-time.ts";
import type { Database } from "../driver.ts";
import { ticketTimers } from "../ticket-timers.ts";
import { done, type Writer } from "./frame.ts";

/** So long after they last wrote, whoever has it is asked whether it is done. */
const silentMs = 2 * 3_600_000;

/** Something said to the other side, while somebody has the request and only between the two. They hear it in this very transaction. */
export const ticketSaid = (db: Database): Writer<"ticket-said"> => {
  const sides = db.prepare<[string, string], { readonly asker: string | null; readonly taker: string | null }>(
    `SELECT learner AS asker, taken_learner AS taker FROM tickets WHERE commune = ? AND id = ? AND status = 'taken'
       AND (taken_learner IS NULL OR EXISTS (SELECT 1 FROM team_places p WHERE p.commune = tickets.commune AND p.learner = tickets.taken_learner))`,
  );
  const insert = db.prepare(
    `INSERT INTO ticket_words (commune, ticket, n, side, text, at)
     SELECT @commune, @ticket, coalesce(max(n), 0) + 1, @side, @text, @at FROM ticket_words WHERE commune = @commune AND ticket = @ticket`,
  );
  const heard = db.prepare("UPDATE tickets SET reminded_at = NULL WHERE commune = ? AND id = ?");
  const timers = ticketTimers(db);
  return (w, { loaded: { account, person, quiet }, now, soon }) => {
    const { commune } = account;
    const of = sides.get(commune, w.id);
    const side = of?.taker === person.id ? "taker" : of?.asker === person.id ? "asker" : null;
    if (side === null) return "talk-over";
    insert.run({ commune, ticket: w.id, side, text: w.text ?? "", at: now });
    if (side === "taker") {
      heard.run(commune, w.id);
      timers.bell(commune, w.id, { learner: person.id, account: account.id }, awakeAfter(now, silentMs, quiet));
    }
    const due = timers.words(commune, w.id, side === "taker" ? "asker" : "taker", now);
    if (due) soon.push(due);
    return done;
  };
};

/** They have heard it; what came behind it is next. */
export const ticketTold = (db: Database): Writer<"ticket-told"> => {
  const mark = db.prepare("UPDATE ticket_words SET told = 1 WHERE commune = ? AND ticket = ? AND side = ? AND n <= ?");
  const left = db.prepare("SELECT 1 FROM ticket_words WHERE commune = ? AND ticket = ? AND side = ? AND told = 0");
  const timers = ticketTimers(db);
  return (w, { loaded: { account, ticket }, now }) => {
    const side = ticket?.asker ? "taker" : "asker";
    mark.run(account.commune, w.id, side, w.upTo);
    if (left.get(account.commune, w.id, side))
      timers.words(account.commune, w.id, side === "taker" ? "asker" : "taker", now);
  };
};
