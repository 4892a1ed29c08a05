import { z } from "zod";
import type { MoneyStore } from "../../zalo.ts";
import type { Database } from "../driver.ts";

/** Counts messages by month. A billed one is booked before it goes, so that two processes together keep within the budget. */
export const moneyStore = (db: Database): MoneyStore => {
  const reserve = db.prepare(
    `INSERT INTO zalo_months (connection, month, billed) SELECT @connection, @month, 1 WHERE @budget > 0
     ON CONFLICT DO UPDATE SET billed = billed + 1 WHERE billed < @budget`,
  );
  const refund = db.prepare(
    "UPDATE zalo_months SET billed = billed - 1 WHERE connection = ? AND month = ? AND billed > 0",
  );
  const free = db.prepare(
    "INSERT INTO zalo_months (connection, month, free) VALUES (?,?,1) ON CONFLICT DO UPDATE SET free = free + 1",
  );
  const spent = db.prepare("SELECT free, billed FROM zalo_months WHERE connection = ? AND month = ?");
  return {
    reserve: (connection, month, budget) => reserve.run({ connection, month, budget }).changes === 1,
    refund: (connection, month) => void refund.run(connection, month),
    free: (connection, month) => void free.run(connection, month),
    spent: (connection, month) => Spent.catch({ free: 0, billed: 0 }).parse(spent.get(connection, month)),
  };
};

const Spent = z.object({ free: z.number(), billed: z.number() });
