import type { AlarmStore, Listener, ListenerChat, Told } from "../ports/alarms.ts";
import type { Staff } from "../ports/staff.ts";
import type { Database } from "./driver.ts";

/** Whom an alarm is told, and what they were told of it. */
export const alarms = (db: Database): AlarmStore => {
  const chats = db.prepare<[string], ListenerChat & Pick<Listener, "staff"> & Pick<Staff, "role">>(
    `SELECT c.staff, s.role, a.id AS account, a.connection, a.chat, a.seen_at AS seenAt, l.you, l.language
     FROM alarm_chats c JOIN staff s ON s.id = c.staff AND s.removed_at IS NULL
     JOIN accounts a ON a.commune = c.commune AND a.id = c.account AND a.blocked_at IS NULL
     JOIN learners l ON l.commune = a.commune AND l.id = a.learner AND l.opted_out = 0
     WHERE c.commune = ? ORDER BY c.staff, a.seen_at DESC, a.id`,
  );
  const told = db.prepare<[string], Told>(
    "SELECT connection, kind, told_at AS at, clear_since AS clearSince, over_at AS overAt FROM alarms_told WHERE staff = ?",
  );
  const insert = db.prepare(
    `INSERT INTO alarms_told (staff, connection, kind, told_at, clear_since, over_at) VALUES (?,?,?,?,?,?)
     ON CONFLICT DO UPDATE SET told_at = excluded.told_at, clear_since = excluded.clear_since, over_at = excluded.over_at`,
  );
  const say = db.prepare(
    `INSERT INTO outbox (commune, connection, account, chat, priority, message, status, due_at, created_at)
     VALUES (?,?,?,?,?,?,'queued',?,?)`,
  );
  const tell = db.transaction<AlarmStore["tell"]>((commune, staff, all, said, now) => {
    for (const t of all) insert.run(staff, t.connection, t.kind, t.at, t.clearSince, t.overAt);
    return said.map(({ to, message, priority }) => {
      const { connection, account, chat } = to;
      const id = say.run(commune, connection, account, chat, priority, message, now, now).lastInsertRowid;
      return { id: Number(id), commune, connection, account, chat, priority, message: null, attempts: 0, dueAt: now };
    });
  });
  return {
    listeners: (commune) => {
      const all = new Map<string, Listener & { readonly chats: ListenerChat[] }>();
      for (const { staff, role, ...chat } of chats.all(commune)) {
        const found = all.get(staff) ?? { staff, role, chats: [], told: told.all(staff) };
        found.chats.push(chat);
        all.set(staff, found);
      }
      return [...all.values()];
    },
    tell: (commune, staff, all, said, now) => tell.immediate(commune, staff, all, said, now),
  };
};
