import type { SendCode } from "../../../errors.ts";
import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";

/** Somebody said stop: whatever was on its way to them without being asked for stays here. */
export const unaskedStopped = (db: Database): Writer<"unasked-stopped"> => {
  const rows = db.prepare(
    `UPDATE outbox SET status = 'expired', reason = '${"SEND_OPTED_OUT" satisfies SendCode}' WHERE connection = ? AND chat = ? AND status IN ('queued', 'waiting') AND priority >= 2`,
  );
  const timers = db.prepare(
    "DELETE FROM timers WHERE commune = ? AND learner = ? AND account = ? AND kind = 'unfinished'",
  );
  return (_w, { loaded: { account, person }, stopped }) => {
    rows.run(account.connection, account.chat);
    timers.run(account.commune, person.id, account.id);
    stopped.push({ connection: account.connection, chat: account.chat, from: 2 });
  };
};

/** The person blocked us, or let us in again. */
export const blocked = (db: Database): Writer<"blocked"> => {
  const mark = db.prepare("UPDATE accounts SET blocked_at = ? WHERE commune = ? AND id = ?");
  const rows = db.prepare(
    `UPDATE outbox SET status = 'expired', reason = '${"SEND_BLOCKED" satisfies SendCode}' WHERE connection = ? AND chat = ? AND status IN ('queued', 'waiting')`,
  );
  return (w, { loaded: { account }, now, stopped }) => {
    mark.run(w.blocked ? now : null, account.commune, account.id);
    if (!w.blocked) return;
    rows.run(account.connection, account.chat);
    stopped.push({ connection: account.connection, chat: account.chat, from: 0 });
  };
};
