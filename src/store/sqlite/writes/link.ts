import { auditRow } from "../audit-row.ts";
import type { CodeHash } from "../code-hash.ts";
import type { Database } from "../driver.ts";
import { done, type Writer } from "./frame.ts";
import { seats } from "./household.ts";
import { merger } from "./merge.ts";

export const linkOffered = (db: Database, hashed: CodeHash): Writer<"link-offered"> => {
  const earlier = db.prepare("DELETE FROM link_codes WHERE commune = ? AND learner = ? AND used_at IS NULL");
  const insert = db.prepare("INSERT INTO link_codes (commune, code, learner, expires_at) VALUES (?,?,?,?)");
  return (w, { loaded: { account, person } }) => {
    earlier.run(account.commune, person.id);
    insert.run(account.commune, hashed(w.code), person.id, w.expiresAt);
  };
};

/**
 * The same person on another phone: it joins their learner, so they are counted once. Whoever was on the phone and had
 * agreed to be remembered is made one with them if they said so, else stays in its household; an unknown newcomer was
 * this very person and leaves no trace. A place in the team never comes along, the other phones are told at once, and
 * for a few days they can part the phone again (joining.ts).
 */
export const linkAccepted = (db: Database, hashed: CodeHash): Writer<"link-accepted"> => {
  const use = db
    .prepare(
      "UPDATE link_codes SET used_at = ? WHERE commune = ? AND code IN (?, ?) AND used_at IS NULL AND expires_at > ? RETURNING learner",
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
  const asked = db.prepare("UPDATE tickets SET learner = ? WHERE commune = ? AND learner = ?");
  const askedTimers = db.prepare(
    "UPDATE timers SET learner = ? WHERE commune = ? AND learner = ? AND kind IN ('ticket-climb', 'ticket-news', 'ticket-words')",
  );
  const arrived = db.prepare(
    "UPDATE account_learners SET by_link = 1 WHERE commune = ? AND account = ? AND learner = ?",
  );
  const joining = db.prepare(
    "INSERT INTO joinings (commune, id, learner, account, former, kept, at) VALUES (?,?,?,?,?,?,?)",
  );
  const phones = db
    .prepare("SELECT DISTINCT account FROM account_learners WHERE commune = ? AND learner IN (?, ?) AND account <> ?")
    .pluck();
  const tell = db.prepare(
    "INSERT INTO timers (commune, id, account, learner, kind, token, due_at) VALUES (?,?,?,?,'linked',?,?)",
  );
  const audit = auditRow(db);
  return (w, frame) => {
    const { account, person } = frame.loaded;
    const { commune, id: phone } = account;
    const learner = use.get(frame.now, commune, hashed(w.code), w.code, frame.now);
    if (typeof learner !== "string") return "link-used";
    if (learner === person.id) return done;
    const link = frame.id();
    const others = phones.all(commune, learner, person.id, phone).map(String);
    if (!seat.has(commune, phone, learner)) {
      seat.join(commune, phone, learner, frame.now);
      arrived.run(commune, phone, learner);
    }
    seat.sit(commune, phone, learner);
    let kept: string | null = null;
    if (person.consent !== "yes") {
      for (const s of [asked, askedTimers]) s.run(learner, commune, person.id);
      for (const s of newcomer) s.run(commune, person.id);
    } else if (w.same) {
      kept = merge(commune, person.id, learner);
      audit(
        { what: "people-merged", commune, about: person.id, after: { into: learner } },
        { who: `learner:${person.id}`, from: null, at: frame.now },
      );
    }
    joining.run(commune, link, learner, phone, person.id, kept, frame.now);
    for (const other of others) tell.run(commune, `linked:${link}:${other}`, other, learner, link, frame.now);
    frame.switched = true;
    return done;
  };
};
