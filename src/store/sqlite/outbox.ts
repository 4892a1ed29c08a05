import type { Message } from "../../channels/message.ts";
import type { SendCode } from "../../errors.ts";
import type { Feed, FeedItem, Outbox, OutboxRow, SentMark } from "../outbox.ts";
import type { Communes } from "./communes.ts";
import type { Database } from "./driver.ts";

export const outbox = (db: Database, communes: Communes): Outbox => {
  const queued = (priorities: string) =>
    db.prepare(
      `SELECT id, commune, connection, account, chat, priority, NULL AS message, attempts, due_at AS dueAt FROM outbox
       WHERE connection = ? AND status = 'queued' AND ${priorities} AND id > ? ORDER BY id LIMIT ?`,
    );
  // Literally as in the partial indexes, or they are not used.
  const lanes = { asked: queued("priority < 2"), unasked: queued("priority >= 2") };
  const message = db
    .prepare(
      `SELECT message FROM outbox o WHERE id = ? AND status = 'queued'
         AND NOT EXISTS (SELECT 1 FROM pushes p WHERE p.commune = o.commune AND p.id = o.push AND p.status = 'cancelled')`,
    )
    .pluck();
  const writeAll = db.transaction(marker(db));
  return {
    queued: async (connection, lane, afterId, limit) => lanes[lane].all(connection, afterId, limit) as OutboxRow[], // the columns are named as the type
    message: async (id) => parsed(message.get(id)),
    record: async (marks) => writeAll.immediate(marks),
    quietOf: (commune) => communes.get(commune).quiet,
  };
};

/** Writes marks within whatever transaction is open. */
export const marker = (db: Database): ((marks: readonly SentMark[]) => void) => {
  const sent = db.prepare(
    "UPDATE outbox SET status = 'sent', sent_at = ?, external_id = ?, attempts = attempts + 1 WHERE id = ?",
  );
  const failed = db.prepare("UPDATE outbox SET status = 'failed', attempts = ?, reason = ? WHERE id = ?");
  const waiting = db.prepare("UPDATE outbox SET attempts = ?, reason = ? WHERE id = ? AND status = 'queued'");
  const repeated = db.prepare(
    `INSERT INTO possible_repeats (connection, day, n) SELECT connection, ?, 1 FROM outbox WHERE id = ?
     ON CONFLICT DO UPDATE SET n = n + 1`,
  );
  // Whoever wrote while we were being told that nobody may write to them gets it after all.
  const held = db.prepare(
    `UPDATE outbox SET attempts = ?, reason = ?,
            status = CASE WHEN EXISTS (SELECT 1 FROM accounts a WHERE a.connection = outbox.connection AND a.chat = outbox.chat AND a.seen_at > ?) THEN 'queued' ELSE 'waiting' END
     WHERE id = ? AND status = 'queued'`,
  );
  const blocked = db.prepare("UPDATE accounts SET blocked_at = ? WHERE connection = ? AND chat = ?");
  const expired = db.prepare(
    `UPDATE outbox SET status = 'expired', reason = '${"SEND_BLOCKED" satisfies SendCode}' WHERE connection = ? AND chat = ? AND status IN ('queued', 'waiting')`,
  );

  const write = (mark: SentMark): void => {
    switch (mark.as) {
      case "sent":
        return void sent.run(mark.at, mark.externalId, mark.id);
      case "failed":
        return void failed.run(mark.attempts, mark.reason, mark.id);
      case "waiting":
        waiting.run(mark.attempts, mark.reason, mark.id);
        return mark.repeats ? void repeated.run(Math.floor(mark.at / dayMs), mark.id) : undefined;
      case "held":
        return void held.run(mark.attempts, mark.reason, mark.since, mark.id);
      case "blocked":
        blocked.run(mark.at, mark.connection, mark.chat);
        return void expired.run(mark.connection, mark.chat);
    }
  };
  return (marks) => {
    for (const mark of marks) write(mark);
  };
};

/** Days since 1970, only ever summed over a month. */
const dayMs = 24 * 3_600_000;

export const feed = (db: Database): Feed => {
  const after = db
    .prepare(
      "SELECT id, message FROM outbox WHERE connection = ? AND chat = ? AND id > ? AND message IS NOT NULL ORDER BY id LIMIT ?",
    )
    .raw();
  const last = db
    .prepare(
      "SELECT id, message FROM outbox WHERE connection = ? AND chat = ? AND message IS NOT NULL ORDER BY id DESC LIMIT ?",
    )
    .raw();
  const sent = db.prepare("UPDATE outbox SET status = 'sent', sent_at = ? WHERE id = ? AND status = 'queued'");
  const markAll = db.transaction((ids: readonly number[], now: number) => {
    for (const id of ids) sent.run(now, id);
  });
  return {
    after: async (room, id, limit) => items(after.all(room.connection, room.chat, id, limit)),
    last: async (room, n) => items(last.all(room.connection, room.chat, n)).toReversed(),
    markSent: async (ids, now) => markAll.immediate(ids, now),
  };
};

// Written only by this program, as JSON of a Message; its `spec` tells later programs how to read it.
const parsed = (text: unknown): Message | null => (typeof text === "string" ? (JSON.parse(text) as Message) : null);

const items = (rows: readonly unknown[]): FeedItem[] =>
  rows.flatMap((row) => {
    const [id, text] = row as [number, string]; // the two columns above
    const message = parsed(text);
    return message ? [{ id, message }] : [];
  });
