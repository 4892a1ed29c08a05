import type { Database } from "./driver.ts";

/** More than clocks are put right by every day. */
const noticedMs = 60_000;

/**
 * One small write that proves that the disk still takes what is written, and notes the clock on the wall. When that was
 * set back since the last time, pushes waiting their turn are moved back with it, or they would stand still until it
 * has caught up. Answers by how much.
 */
export const heartbeat = (db: Database) => {
  const last = db.prepare("SELECT at FROM heartbeat WHERE id = 1").pluck();
  const note = db.prepare("INSERT INTO heartbeat (id, at) VALUES (1, ?) ON CONFLICT DO UPDATE SET at = excluded.at");
  const move = db.prepare("UPDATE timers SET due_at = due_at - ? WHERE kind = 'push' AND due_at > ?");
  const beat = db.transaction((now: number): number => {
    const before = Number(last.get() ?? now);
    const back = before - now > noticedMs ? before - now : 0;
    if (back > 0) move.run(back, now);
    note.run(now);
    return back;
  });
  return (now: number): number => beat.immediate(now);
};
