import type { Database } from "../driver.ts";
import { mayPush, pushPeople } from "../push-people.ts";
import { done, type Writer } from "./frame.ts";

/** About one every 33 ms, the pace the sender keeps too: the queue never holds a whole push, and replies pass between. */
const paceMs = 33;

/** Plans a push: one timer a person, in the order of the pace. Only a team member, only to their own village. */
export const pushConfirmed = (db: Database): Writer<"push-confirmed"> => {
  const allowed = mayPush(db);
  const push = db.prepare(
    "INSERT INTO pushes (commune, id, lesson, village, by_learner, created_at, planned, status) VALUES (?,?,?,?,?,?,?,'running')",
  );
  // The phone they used last: one person gets one push, however many phones they learn on.
  const plan = db.prepare(
    `INSERT INTO timers (commune, id, account, learner, kind, token, due_at, push)
     SELECT @commune, @push || ':' || id, phone, id, 'push', '', @now + ${paceMs} * row_number() OVER (), @push
     FROM (${pushPeople}) WHERE how = 'eligible'`,
  );
  return (w, { loaded: { account, person }, now }) => {
    const { commune } = account;
    if (!allowed(commune, person.id, w.village)) return "push-not-allowed";
    const { lesson, version, village } = w;
    const planned = plan.run({ commune, push: w.id, now, village, by: person.id, lesson, version }).changes;
    if (planned === 0) return "push-nobody";
    push.run(commune, w.id, lesson, village, person.id, now, planned);
    return done;
  };
};

/** Somebody got it: what they had is counted when the next one is planned, and when it is sent. */
export const pushed = (db: Database): Writer<"pushed"> => {
  const note = db.prepare(
    "INSERT OR IGNORE INTO pushed (commune, learner, push, lesson, version, at) VALUES (?,?,?,?,?,?)",
  );
  return (w, { timer, now }) => {
    if (timer?.push) note.run(timer.commune, timer.learner, timer.push, w.lesson, w.version, now);
  };
};

/** Somebody the push no longer fits: counted, not bothered. */
export const pushSkipped = (db: Database): Writer<"push-skipped"> => {
  const skip = db.prepare("UPDATE pushes SET skipped = skipped + 1 WHERE commune = ? AND id = ?");
  return (_w, { timer }) => {
    if (timer?.push) skip.run(timer.commune, timer.push);
  };
};
