import type { Database } from "../driver.ts";

/** What a Zalo Bot connection used of its plan: messages of a month, and people who ever wrote. */
export const usageOn = (db: Database) => {
  const add = db
    .prepare(
      "INSERT INTO zalo_months (connection, month, free) VALUES (?,?,1) ON CONFLICT DO UPDATE SET free = free + 1 RETURNING free",
    )
    .pluck();
  const month = db.prepare("SELECT free FROM zalo_months WHERE connection = ? AND month = ?").pluck();
  const people = db.prepare("SELECT count(*) FROM accounts WHERE connection = ?").pluck();
  return {
    message: (connection: string, inMonth: string): number => Number(add.get(connection, inMonth)),
    people: (connection: string): number => Number(people.get(connection)),
    used: (connection: string, inMonth: string): { messages: number; people: number } => ({
      messages: Number(month.get(connection, inMonth) ?? 0),
      people: Number(people.get(connection)),
    }),
  };
};
