import type { Timer } from "../turn-store.ts";
import type { Database } from "./driver.ts";
import { lastPhone, phoneOfAsker } from "./reached.ts";
import type { Helper } from "./tickets.ts";

/**
 * The timers of a call for a person. All but the news of it stand under `ticket:<id>:`, so that a trigger takes them away
 * with what was said (migration 0031); the news outlives it.
 */
export const ticketTimers = (db: Database) => {
  const put = db.prepare(
    "INSERT OR REPLACE INTO timers (commune, id, account, learner, kind, token, due_at) VALUES (@commune, @id, @account, @learner, @kind, @token, @dueAt)",
  );
  const askerOf = db.prepare<[string, string], Place>(
    `SELECT l.id AS learner, ${phoneOfAsker} AS account
     FROM tickets t JOIN learners l ON l.commune = t.commune AND l.id = t.learner WHERE t.commune = ? AND t.id = ?`,
  );
  const takerOf = db.prepare<[string, string], Place>(
    `SELECT l.id AS learner, ${lastPhone("l")} AS account FROM tickets t JOIN learners l ON l.commune = t.commune AND l.id = t.taken_learner WHERE t.commune = ? AND t.id = ?`,
  );
  const staffOf = db.prepare<[string], Place>(
    `SELECT DISTINCT a.id AS account, a.learner FROM alarm_chats c
     JOIN staff s ON s.id = c.staff AND s.removed_at IS NULL AND s.role IN ('administrator', 'staff')
     JOIN accounts a ON a.commune = c.commune AND a.id = c.account AND a.blocked_at IS NULL
     JOIN learners l ON l.commune = a.commune AND l.id = a.learner AND l.opted_out = 0 WHERE c.commune = ?`,
  );
  const set = (
    commune: string,
    id: string,
    to: Place | undefined,
    kind: Timer["kind"],
    token: string,
    dueAt: number,
  ) => {
    if (!to?.account) return null;
    const timer = { commune, id, account: to.account, learner: to.learner, kind, token, dueAt };
    put.run(timer);
    return { ...timer, push: null } satisfies Timer;
  };
  return {
    /** One of the team hears of it, or whoever has it is asked about it. */
    bell: (commune: string, ticket: string, to: Pick<Helper, "learner" | "account">, dueAt: number) =>
      set(commune, `ticket:${ticket}:${to.learner}`, to, "ticket", ticket, dueAt),
    climb: (commune: string, ticket: string, to: Place, dueAt: number) =>
      set(commune, `ticket:${ticket}:climb`, to, "ticket-climb", ticket, dueAt),
    climbAgain: (commune: string, ticket: string, dueAt: number) =>
      set(commune, `ticket:${ticket}:climb`, askerOf.get(commune, ticket), "ticket-climb", ticket, dueAt),
    words: (commune: string, ticket: string, to: "asker" | "taker", dueAt: number) =>
      set(
        commune,
        `ticket:${ticket}:words:${to}`,
        (to === "asker" ? askerOf : takerOf).get(commune, ticket),
        "ticket-words",
        ticket,
        dueAt,
      ),
    tellAsker: (commune: string, ticket: string, dueAt: number) =>
      set(commune, `ticket-news:${ticket}`, askerOf.get(commune, ticket), "ticket-news", ticket, dueAt),
    /** Before it is taken from them: afterwards nobody knows who they were. */
    tellTaker: (commune: string, ticket: string, dueAt: number) =>
      set(commune, `ticket-over:${ticket}`, takerOf.get(commune, ticket), "ticket-news", ticket, dueAt),
    tellStaff: (commune: string, ticket: string, dueAt: number): number => {
      const all = staffOf.all(commune);
      for (const to of all) set(commune, `ticket:${ticket}:staff:${to.account}`, to, "ticket-staff", ticket, dueAt);
      return all.length;
    },
  };
};

type Place = { readonly learner: string; readonly account: string | null };
