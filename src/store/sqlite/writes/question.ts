import { OFFSET } from "../../../kit/vietnam-time.ts";
import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";

/** Open questions of one person: whoever asks more is testing the machine, and must not fill the queue of the others. */
const most = 20;

/** Whoever agreed to the first wording was told that nothing they type is kept. */
export const withoutQuestions = "2026-11";

/** A question for staff. The same words of somebody else join the row that is there; asked twice by one person it counts once. */
export const question = (db: Database): Writer<"question"> => {
  const mayKeep = db
    .prepare(
      `SELECT coalesce(l.consent_version, '') <> '${withoutQuestions}'
         AND (SELECT count(*) FROM question_askers q WHERE q.commune = l.commune AND q.learner = l.id) < ${most}
       FROM learners l WHERE l.commune = ? AND l.id = ?`,
    )
    .pluck();
  const row = db
    .prepare(
      "INSERT INTO questions (commune, id, folded, text) VALUES (?,?,?,?) ON CONFLICT (commune, folded) DO UPDATE SET text = text RETURNING id",
    )
    .pluck();
  const asker = db.prepare(
    "INSERT OR IGNORE INTO question_askers (commune, question, learner, account, channel, village, at) VALUES (?,?,?,?,?,?,?)",
  );
  const count = counter(db);
  return (w, { loaded: { account, person }, now }) => {
    const { commune } = account;
    if (mayKeep.get(commune, person.id) !== 1) return count(commune, now);
    const of = row.get(commune, w.id, w.key, w.text);
    asker.run(commune, of, person.id, account.id, account.channel, person.village, now);
  };
};

export const questionCounted = (db: Database): Writer<"question-counted"> => {
  const count = counter(db);
  return (_w, { loaded: { account }, now }) => count(account.commune, now);
};

const counter = (db: Database) => {
  const add = db.prepare(
    `INSERT INTO question_counts (commune, month, n) VALUES (?, strftime('%Y-%m', (? + ${OFFSET}) / 1000, 'unixepoch'), 1)
     ON CONFLICT DO UPDATE SET n = n + 1`,
  );
  return (commune: string, now: number): void => void add.run(commune, now);
};
