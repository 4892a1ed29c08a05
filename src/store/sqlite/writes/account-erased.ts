import type { Database } from "../driver.ts";
import { eraser } from "./erased.ts";
import type { Writer } from "./frame.ts";

/**
 * The channel asks that everything about this phone's owner be deleted. Whoever learns on it now is erased, and whoever
 * learns nowhere else; others of the household keep what they learnt on their own phones. The phone itself is forgotten,
 * down to its id on the messages it was sent.
 */
export const accountErased = (db: Database): Writer<"account-erased"> => {
  const erase = eraser(db);
  const seated = db
    .prepare(
      `SELECT al.learner, (SELECT count(*) FROM account_learners o WHERE o.commune = al.commune AND o.learner = al.learner)
       FROM account_learners al WHERE al.commune = ? AND al.account = ?`,
    )
    .raw();
  const rows = [
    "DELETE FROM account_learners WHERE commune = ? AND account = ?",
    "DELETE FROM sessions WHERE commune = ? AND account = ?",
    "DELETE FROM timers WHERE commune = ? AND account = ?",
    "UPDATE tickets SET account = '', name = NULL, text = NULL, result = iif(status = 'done', result, 'gone'), status = 'done' WHERE commune = ? AND account = ?",
    "DELETE FROM downloads WHERE commune = ? AND account = ?",
    "DELETE FROM joinings WHERE commune = ? AND account = ?",
    "DELETE FROM question_askers WHERE commune = ? AND account = ?",
    "DELETE FROM accounts WHERE commune = ? AND id = ?",
  ].map((sql) => db.prepare(sql));
  const elsewhere = db.prepare(
    "UPDATE learning_events SET account = NULL WHERE commune = ? AND learner = ? AND account = ?",
  );
  const said = db.prepare(
    `UPDATE outbox SET message = NULL, account = '', chat = '', status = CASE WHEN status IN ('queued', 'waiting') THEN 'expired' ELSE status END
     WHERE connection = ? AND chat = ?`,
  );
  return (_w, frame) => {
    const { account, person } = frame.loaded;
    const learners = seated.all(account.commune, account.id) as [string, number][]; // the two columns above
    for (const [learner, phones] of learners) {
      if (learner === person.id || phones === 1)
        erase(learner, frame.id(), {
          commune: account.commune,
          phone: account.id,
          now: frame.now,
          stopped: frame.stopped,
        });
      else elsewhere.run(account.commune, learner, account.id);
    }
    for (const row of rows) row.run(account.commune, account.id);
    said.run(account.connection, account.chat);
    frame.stopped.push({ connection: account.connection, chat: account.chat, from: 0 });
    frame.switched = false;
  };
};
