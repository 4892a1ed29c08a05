import type { Database } from "./driver.ts";

/**
 * Empties the log of the database: until then it holds pages as they were before somebody was erased. It never waits:
 * while a reader stands on an old page nothing is emptied, and the next sweep tries again.
 */
export const scrub = (db: Database): boolean => {
  const patience = Number(db.pragma("busy_timeout", { simple: true }));
  db.pragma("busy_timeout = 0");
  try {
    const [done] = db.pragma("wal_checkpoint(TRUNCATE)") as { readonly busy: number }[]; // the pragma's own column
    return done?.busy === 0;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
};
