import type { Loaded } from "../turn-store.ts";
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
  const members = db.prepare(
    `SELECT h.learner, h.phone AS account, a.connection, a.seen_at AS seenAt FROM (
       SELECT DISTINCT t.learner, ${lastPhone("l")} AS phone FROM team_places t JOIN learners l ON l.commune = t.commune AND l.id = t.learner
       WHERE t.commune = @commune AND t.learner <> @self AND t.village IS @village AND l.erased_at IS NULL AND ${agreed}) h
     JOIN accounts a ON a.commune = @commune AND a.id = h.phone`,
  );
  return (commune: string, self: string, village: string | null): readonly Helper[] => {
    const of = (place: string | null) => members.all({ commune, self, village: place }) as Helper[]; // the columns are named as the type
    const near = village === null ? [] : of(village);
    return near.length > 0 ? near : of(null);
  };
};

/** What a person who presses 9 again is told of the call that is open. */
export const openTicket = (db: Database) => {
  const row = db
    .prepare(
      "SELECT coalesce(taken_by, '') FROM tickets WHERE commune = ? AND (learner = ? OR account = ?) AND status IN ('open', 'taken') ORDER BY created_at LIMIT 1",
    )
    .pluck();
  return (commune: string, learner: string, account: string): { readonly open: boolean; readonly taker: string } => {
    const taker = row.get(commune, learner, account);
    return { open: typeof taker === "string", taker: typeof taker === "string" ? taker : "" };
  };
};

/** A call for a person as a due timer needs it; null once it is nobody's any more. */
export const ticketOf = (db: Database) => {
  const row = db.prepare(
    `SELECT id AS ticket, name AS whose, village, flow, step, steps, text AS words, urgent, created_at AS at, status, taken_by AS taker, taken_learner AS by
     FROM tickets WHERE commune = ? AND id = ?`,
  );
  return (commune: string, id: string, reader: string, now: number): NonNullable<Loaded["ticket"]> | null => {
    const found = row.get(commune, id) as Row | undefined; // the columns are named as the type
    if (!found) return null;
    const { at, status, by, urgent, ...told } = found;
    const minutes = Math.max(0, Math.round((now - at) / 60_000));
    const taker = status === "taken" || status === "done" ? (told.taker ?? "") : null;
    return {
      ...told,
      taker,
      urgent: urgent === 1,
      minutes,
      mine: status === "taken" && by === reader,
      done: status === "done",
    };
  };
};

type Row = Omit<NonNullable<Loaded["ticket"]>, "urgent" | "minutes" | "mine" | "done"> & {
  readonly urgent: number;
  readonly at: number;
  readonly status: string;
  readonly by: string | null;
};
