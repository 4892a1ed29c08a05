import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";

/** One timer a kind and person: a later one takes the place of the earlier, so silence is broken once, not once a lesson. */
export const timer = (db: Database): Writer<"timer"> => {
  const put = db.prepare(
    "INSERT OR REPLACE INTO timers (commune, id, account, learner, kind, token, due_at) VALUES (?,?,?,?,?,?,?)",
  );
  return (w, { loaded: { account, person } }) => {
    put.run(account.commune, `${account.id}:${person.id}:${w.kind}`, account.id, person.id, w.kind, w.token, w.dueAt);
  };
};

/** Puts the timer of this turn back, for later. */
export const timerPostponed = (db: Database): Writer<"timer-postponed"> => {
  const put = db.prepare(
    "INSERT INTO timers (commune, id, account, learner, kind, token, due_at, push) VALUES (?,?,?,?,?,?,?,?)",
  );
  return (w, { timer: t }) => {
    if (t) put.run(t.commune, t.id, t.account, t.learner, t.kind, t.token, w.to, t.push);
  };
};
