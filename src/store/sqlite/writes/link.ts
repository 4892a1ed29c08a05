import type { Database } from "../open.ts";
import type { Writer } from "./frame.ts";
import { seats } from "./household.ts";
import { merger } from "./merge.ts";

export const linkOffered = (db: Database): Writer<"link-offered"> => {
  const earlier = db.prepare("DELETE FROM link_codes WHERE commune = ? AND learner = ? AND used_at IS NULL");
  const insert = db.prepare("INSERT INTO link_codes (commune, code, learner, expires_at) VALUES (?,?,?,?)");
  return (w, { loaded: { account, person } }) => {
    earlier.run(account.commune, person.id);
    insert.run(account.commune, w.code, person.id, w.expiresAt);
  };
};

/**
 * The same person on another phone: it joins their learner, so they are counted once. Whoever was on the phone and had
 * agreed to be remembered is made one with them if they said so, else stays in its household; an unknown newcomer was
 * this very person and leaves no trace.
 */
export const linkAccepted = (db: Database): Writer<"link-accepted"> => {
  const use = db
    .prepare(
      "UPDATE link_codes SET used_at = ? WHERE commune = ? AND code = ? AND used_at IS NULL AND expires_at > ? RETURNING learner",
    )
    .pluck();
  const seat = seats(db);
  const merge = merger(db);
  const newcomer = [
    db.prepare("DELETE FROM account_learners WHERE commune = ? AND learner = ?"),
    db.prepare("DELETE FROM sessions WHERE commune = ? AND learner = ?"),
    db.prepare("DELETE FROM timers WHERE commune = ? AND learner = ?"),
    db.prepare("DELETE FROM review_items WHERE commune = ? AND learner = ?"),
    db.prepare("DELETE FROM learners WHERE commune = ? AND id = ?"),
  ];
  return (w, frame) => {
    const { account, person } = frame.loaded;
    const learner = use.get(frame.now, account.commune, w.code, frame.now);
    if (typeof learner !== "string" || learner === person.id) return;
    seat.join(account.commune, account.id, learner, frame.now);
    seat.sit(account.commune, account.id, learner);
    if (person.consent !== "yes") for (const s of newcomer) s.run(account.commune, person.id);
    else if (w.same) merge(account.commune, person.id, learner);
    frame.switched = true;
  };
};
