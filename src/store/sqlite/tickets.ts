import type { TicketState } from "../turn-store.ts";
import type { Database } from "./driver.ts";
import { agreed, lastPhone } from "./reached.ts";

export type Helper = {
  readonly learner: string;
  readonly account: string;
  readonly connection: string;
  readonly seenAt: number;
};

/** Who hears a call for a person: the members of that village; where there are none, those of the whole commune. */
export const ticketHelpers = (db: Database) => {
  const members = db.prepare(helpersWhere("t.village IS @village"));
  return (commune: string, self: string, village: string | null): readonly Helper[] => {
    const of = (place: string | null) => members.all({ commune, self, village: place }) as Helper[]; // the columns are named as the type
    const near = village === null ? [] : of(village);
    return near.length > 0 ? near : of(null);
  };
};

/** Everybody of the team, whatever village they look after. */
export const allHelpers = (db: Database) => {
  const members = db.prepare(helpersWhere("true"));
  return (commune: string, self: string): readonly Helper[] => members.all({ commune, self }) as Helper[]; // the columns are named as the type
};

const helpersWhere = (where: string): string =>
  `SELECT h.learner, h.phone AS account, a.connection, a.seen_at AS seenAt FROM (
     SELECT DISTINCT t.learner, ${lastPhone("l")} AS phone FROM team_places t JOIN learners l ON l.commune = t.commune AND l.id = t.learner
     WHERE t.commune = @commune AND t.learner <> @self AND ${where} AND l.erased_at IS NULL AND ${agreed}) h
   JOIN accounts a ON a.commune = @commune AND a.id = h.phone`;

/** What a person who presses 9 is told of the call of theirs that is open; `ticket` names it. */
export const openTicket = (db: Database) => {
  const row = db.prepare<[string, string], { readonly ticket: string; readonly taker: string }>(
    `SELECT id AS ticket, coalesce(taken_by, '') AS taker FROM tickets
     WHERE commune = ? AND learner = ? AND status IN ('open', 'taken') ORDER BY created_at LIMIT 1`,
  );
  const taken = db
    .prepare<[string, string], string>(
      "SELECT id FROM tickets WHERE commune = ? AND taken_learner = ? AND status = 'taken' ORDER BY updated_at DESC LIMIT 1",
    )
    .pluck();
  return (commune: string, learner: string) => {
    const found = row.get(commune, learner);
    const helping = taken.get(commune, learner) ?? "";
    return { open: found !== undefined, taker: found?.taker ?? "", ticket: found?.ticket ?? "", helping };
  };
};

/** A call for a person as a due timer needs it; null once it is nobody's any more. */
export const ticketOf = (db: Database) => {
  const row = db.prepare(
    `SELECT id AS ticket, name AS whose, village, flow, step, steps, text AS words, urgent, created_at AS at, updated_at AS updatedAt, status, result, visit,
            climbed, reminded_at AS remindedAt, taken_by AS taker, taken_learner AS "by", learner AS "for",
            EXISTS (SELECT 1 FROM tickets o WHERE o.commune = tickets.commune AND o.taken_learner = @reader AND o.status = 'taken' AND o.visit = 0 AND o.id <> tickets.id) AS busy
     FROM tickets WHERE commune = @commune AND id = @id`,
  );
  const words = db.prepare<[string, string, string], { readonly n: number; readonly text: string }>(
    "SELECT n, text FROM ticket_words WHERE commune = ? AND ticket = ? AND side = ? AND told = 0 ORDER BY n",
  );
  const near = ticketHelpers(db);
  const all = allHelpers(db);
  return (commune: string, id: string, reader: string, now: number): TicketState | null => {
    const found = row.get({ commune, id, reader }) as Row | undefined; // the columns are named as the type
    if (!found) return null;
    const { at, by, urgent, busy, visit, remindedAt, for: whoAsked, ...told } = found;
    const asker = reader === whoAsked;
    // Who hears of it only now is counted where it is about to be told, and nowhere else: it reads the whole team.
    const counted = told.status === "open" && told.climbed === 0 && asker;
    const more = counted ? all(commune, reader).length - near(commune, reader, told.village).length : 0;
    return {
      ...told,
      urgent: urgent === 1,
      minutes: Math.max(0, Math.round((now - at) / 60_000)),
      mine: told.status === "taken" && by === reader,
      taker: told.status === "open" ? null : (told.taker ?? ""),
      visit: visit === 1,
      reminded: remindedAt !== null,
      busy: busy === 1,
      asker,
      more,
      untold: words.all(commune, id, asker ? "taker" : "asker"),
    };
  };
};

type Row = Omit<
  TicketState,
  "urgent" | "minutes" | "mine" | "visit" | "reminded" | "busy" | "asker" | "more" | "untold"
> & {
  readonly urgent: number;
  readonly visit: number;
  readonly busy: number;
  readonly remindedAt: number | null;
  readonly at: number;
  readonly by: string | null;
  readonly for: string | null;
};
