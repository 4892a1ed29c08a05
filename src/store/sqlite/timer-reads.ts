import type { Timer } from "../turn-store.ts";
import type { Database } from "./open.ts";

export const timerReads = (db: Database) => {
  const due = db.prepare(
    "SELECT commune, id, account, learner, kind, token, due_at AS dueAt, push FROM timers WHERE due_at <= ? ORDER BY due_at LIMIT ?",
  );
  return {
    due: (now: number, limit: number): readonly Timer[] => due.all(now, limit) as Timer[], // the columns are named as the type
  };
};
