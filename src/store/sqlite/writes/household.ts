import type { Database } from "../driver.ts";
import { done, type Writer } from "./frame.ts";

/** A further learner on this phone. They are asked themselves, so nothing but the language is known of them. */
export const learnerAdded = (db: Database): Writer<"learner-added"> => {
  const learner = db.prepare("INSERT INTO learners (commune, id, language, created_at) VALUES (?,?,?,?)");
  const seat = seats(db);
  return (w, frame) => {
    const { account } = frame.loaded;
    learner.run(account.commune, w.id, w.language, frame.now);
    seat.join(account.commune, account.id, w.id, frame.now);
    seat.sit(account.commune, account.id, w.id);
    frame.switched = true;
  };
};

/** Somebody of the household takes the phone. An id of another household changes nothing. */
export const learnerSwitched = (db: Database): Writer<"learner-switched"> => {
  const seat = seats(db);
  return (w, frame) => {
    const { account, person } = frame.loaded;
    if (w.id === person.id) return done;
    if (!seat.has(account.commune, account.id, w.id)) return "learner-gone";
    seat.sit(account.commune, account.id, w.id);
    frame.switched = true;
    return done;
  };
};

/** Who learns on which phone. */
export const seats = (db: Database) => {
  const join = db.prepare("INSERT OR IGNORE INTO account_learners (commune, account, learner, since) VALUES (?,?,?,?)");
  const sit = db.prepare("UPDATE accounts SET learner = ? WHERE commune = ? AND id = ?");
  const has = db.prepare("SELECT 1 FROM account_learners WHERE commune = ? AND account = ? AND learner = ?").pluck();
  return {
    join: (commune: string, account: string, learner: string, now: number) =>
      void join.run(commune, account, learner, now),
    sit: (commune: string, account: string, learner: string) => void sit.run(learner, commune, account),
    has: (commune: string, account: string, learner: string): boolean => has.get(commune, account, learner) === 1,
  };
};
