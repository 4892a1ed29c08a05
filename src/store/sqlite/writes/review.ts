import { doneBox } from "../../../learning/review.ts";
import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";

/** An answer to a question that will be asked again: right once more moves it up, wrong back to the first box. */
export const reviewItem = (db: Database): Writer<"review-item"> => {
  const put = db.prepare(
    `INSERT INTO review_items (commune, learner, item, version, box, at) VALUES (?,?,?,?,0,?)
     ON CONFLICT DO UPDATE SET version = excluded.version, at = excluded.at, box = iif(?, min(box + ?, ${doneBox}), 0)`,
  );
  return (w, { loaded: { account, person }, now }) => {
    put.run(account.commune, person.id, w.item, w.version, now, w.right ? 1 : 0, w.again ? 1 : 0);
  };
};

/** When to ask next, and the one timer of this learner that does it, on the phone of this turn. */
export const reviewPlanned = (db: Database): Writer<"review-planned"> => {
  const plan = planner(db);
  return (w, { loaded: { account, person } }) => plan(account.commune, account.id, person.id, w.at, w.unanswered);
};

/** From now on they are asked again, whatever they have answered so far included. */
export const reviewStarted = (db: Database): Writer<"review-started"> => {
  const sow = seeder(db);
  const plan = planner(db);
  return (w, { loaded: { account, person } }) => {
    sow(account.commune, person.id);
    plan(account.commune, account.id, person.id, w.at, 0);
  };
};

/** Questions that are no more, or not what they were. */
export const reviewDropped = (db: Database): Writer<"review-dropped"> => {
  const drop = db.prepare("DELETE FROM review_items WHERE commune = ? AND learner = ? AND item = ?");
  return (w, { loaded: { account, person } }) => {
    for (const item of w.items) drop.run(account.commune, person.id, item);
  };
};

/** They answered what they were asked: silence is counted anew. */
export const reviewAnswered = (db: Database): Writer<"review-answered"> => {
  const heard = db.prepare("UPDATE learners SET review_unanswered = 0 WHERE commune = ? AND id = ?");
  return (_w, { loaded: { account, person } }) => void heard.run(account.commune, person.id);
};

/**
 * What somebody answered before they agreed to be asked again, from their facts: so nothing of it need be kept of
 * those who never agree. What they answered meanwhile keeps its box.
 */
export const seeder = (db: Database) => {
  const sow = db.prepare(
    `INSERT OR IGNORE INTO review_items (commune, learner, item, version, box, at)
     SELECT commune, learner, ref, '', 0, max(at) FROM learning_events
     WHERE commune = ? AND learner = ? AND what = 'quiz-answered' AND ref IS NOT NULL GROUP BY ref`,
  );
  return (commune: string, learner: string): void => void sow.run(commune, learner);
};

const planner = (db: Database) => {
  const mark = db.prepare(
    "UPDATE learners SET review_at = ?, review_unanswered = coalesce(?, review_unanswered) WHERE commune = ? AND id = ?",
  );
  const put = db.prepare(
    "INSERT OR REPLACE INTO timers (commune, id, account, learner, kind, token, due_at) VALUES (?,?,?,?,'review','',?)",
  );
  const drop = db.prepare("DELETE FROM timers WHERE commune = ? AND id = ?");
  return (commune: string, account: string, learner: string, at: number | null, unanswered: number | null): void => {
    mark.run(at, unanswered, commune, learner);
    const id = `${learner}:review`;
    if (at === null) drop.run(commune, id);
    else put.run(commune, id, account, learner, at);
  };
};
