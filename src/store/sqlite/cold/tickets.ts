import { type SqlBool, sql } from "kysely";
import type { ClosedTicketRow, TicketStore } from "../../ports/tickets.ts";
import { lastPhone, phoneOfAsker } from "../reached.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** People who asked for a person: open and taken ones, the urgent first, then who waits longest. */
export const ticketRows = (cold: Cold): TicketStore => {
  const { near } = cold;
  /** Whoever asked hears of it on their phone, within a second. */
  const due = (commune: string, ticket: string, kind: "ticket-news" | "ticket-words", at: number) =>
    near
      .insertInto("timers")
      .orReplace()
      .columns(["commune", "id", "account", "learner", "kind", "token", "due_at"])
      .expression(
        near
          .selectFrom("tickets as t")
          .innerJoin("learners as l", (j) => j.onRef("l.commune", "=", "t.commune").onRef("l.id", "=", "t.learner"))
          .where("t.commune", "=", commune)
          .where("t.id", "=", ticket)
          .where(sql<SqlBool>`${sql.raw(phoneOfAsker)} IS NOT NULL`)
          .select([
            "t.commune",
            sql<string>`${kind === "ticket-news" ? `ticket-news:${ticket}` : `ticket:${ticket}:words:asker`}`.as("id"),
            sql<string>`${sql.raw(phoneOfAsker)}`.as("account"),
            "l.id as learner",
            sql<string>`${kind}`.as("kind"),
            "t.id as token",
            sql<number>`${at}`.as("due_at"),
          ]),
      );
  /** Whoever of the team has it now hears that it is theirs no more. */
  const takerHears = async (commune: string, ticket: string, at: number) => {
    const taker = await near
      .selectFrom("tickets as t")
      .innerJoin("learners as l", (j) => j.onRef("l.commune", "=", "t.commune").onRef("l.id", "=", "t.taken_learner"))
      .where("t.commune", "=", commune)
      .where("t.id", "=", ticket)
      .where("t.status", "=", "taken")
      .select(["l.id as learner", sql<string | null>`${sql.raw(lastPhone("l"))}`.as("account")])
      .executeTakeFirst();
    if (!taker?.account) return [];
    const { learner, account } = taker;
    const row = {
      commune,
      id: `ticket-over:${ticket}`,
      account,
      learner,
      kind: "ticket-news",
      token: ticket,
      due_at: at,
    };
    return [near.insertInto("timers").orReplace().values(row)];
  };

  return {
    async tickets(commune) {
      const rows = await near
        .selectFrom("tickets")
        .where("commune", "=", commune)
        .where("status", "in", ["open", "taken"])
        .orderBy("urgent", "desc")
        .orderBy("climbed", "desc")
        .orderBy("created_at")
        .limit(500)
        .selectAll()
        .execute();
      // What somebody of the team and whoever asked write to each other is between the two.
      const said = await near
        .selectFrom("ticket_words as w")
        .innerJoin("tickets as t", (j) => j.onRef("t.commune", "=", "w.commune").onRef("t.id", "=", "w.ticket"))
        .where("w.commune", "=", commune)
        .where("t.taken_learner", "is", null)
        .orderBy("w.n")
        .select(["w.ticket", "w.side", "w.text"])
        .execute();
      return rows.map((t) => ({
        id: t.id,
        name: t.name,
        village: t.village,
        topic: t.topic,
        flow: t.flow,
        step: t.step,
        steps: t.steps,
        asked: t.asked,
        text: t.text,
        urgent: t.urgent === 1,
        status: t.status === "open" ? "open" : t.status === "taken" ? "taken" : "done",
        takenBy: t.taken_by,
        inChat: t.taken_learner !== null,
        visit: t.visit === 1,
        late: t.status === "open" && t.climbed === 2,
        words: said.filter((w) => w.ticket === t.id).map((w) => ({ mine: w.side === "taker", text: w.text })),
        createdAt: t.created_at,
      }));
    },
    async closedTickets(commune, since) {
      const rows = await near
        .selectFrom("tickets")
        .where("commune", "=", commune)
        .where("status", "=", "done")
        .where("result", "is not", null)
        .where("updated_at", ">=", since)
        .orderBy("updated_at", "desc")
        .limit(500)
        .select(["id", "village", "topic", "flow", "taken_by as takenBy", "result", "updated_at as closedAt"])
        .execute();
      return rows as ClosedTicketRow[]; // `result` is written only by this program, from these words
    },
    async takeTicket(commune, ticket, by) {
      return cold.write(
        near
          .updateTable("tickets")
          .set({ status: "taken", taken_by: by.name, updated_at: by.at })
          .where("commune", "=", commune)
          .where("id", "=", ticket)
          .where("status", "=", "open"),
        due(commune, ticket, "ticket-news", by.at),
        audit(cold, by, { what: "ticket-taken", commune, about: ticket }),
      );
    },
    async closeTicket(commune, ticket, result, by) {
      const taker = await takerHears(commune, ticket, by.at);
      return cold.write(
        near
          .updateTable("tickets")
          // Whatever telephone number was left was left for this call.
          .set({ status: "done", text: null, result, updated_at: by.at })
          .where("commune", "=", commune)
          .where("id", "=", ticket)
          .where("status", "<>", "done"),
        due(commune, ticket, "ticket-news", by.at),
        ...taker,
        audit(cold, by, { what: "ticket-done", commune, about: ticket, after: { result } }),
      );
    },
    async handOnTicket(commune, ticket, by) {
      const taker = await takerHears(commune, ticket, by.at);
      return cold.write(
        near
          .updateTable("tickets")
          // A trigger lets it climb at once, from the team on: all of them hear it.
          .set({
            status: "open",
            taken_by: null,
            taken_learner: null,
            visit: 0,
            reminded_at: null,
            climbed: 0,
            updated_at: by.at,
          })
          .where("commune", "=", commune)
          .where("id", "=", ticket)
          .where("status", "=", "taken"),
        due(commune, ticket, "ticket-news", by.at),
        ...taker,
        audit(cold, by, { what: "ticket-handed-on", commune, about: ticket }),
      );
    },
    async writeTicket(commune, ticket, words, by) {
      const n = sql<number>`coalesce((SELECT max(n) FROM ticket_words WHERE commune = ${commune} AND ticket = ${ticket}), 0) + 1`;
      return cold.write(
        near
          .updateTable("tickets")
          .set({ status: "taken", taken_by: by.name, updated_at: by.at })
          .where("commune", "=", commune)
          .where("id", "=", ticket)
          .where("status", "in", ["open", "taken"])
          .where("taken_learner", "is", null),
        near.insertInto("ticket_words").values({ commune, ticket, n, side: "taker", text: words, at: by.at }),
        due(commune, ticket, "ticket-words", by.at),
        audit(cold, by, { what: "ticket-written", commune, about: ticket }),
      );
    },
  };
};
