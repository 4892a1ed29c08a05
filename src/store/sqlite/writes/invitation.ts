import { auditRow } from "../audit-row.ts";
import type { CodeHash } from "../code-hash.ts";
import type { Database } from "../driver.ts";
import { done, type Writer } from "./frame.ts";

/** A place in the community team, as long as the invitation has one left: beside the places they have, or instead of them. */
export const invitationAccepted = (db: Database, hashed: CodeHash): Writer<"invitation-accepted"> => {
  const use = db
    .prepare(
      "UPDATE invitations SET uses_left = uses_left - 1 WHERE commune = ? AND code IN (?, ?) AND uses_left > 0 AND expires_at > ? RETURNING coalesce(village, '')",
    )
    .pluck();
  const only = db.prepare(
    `INSERT INTO team_members (commune, learner, village, since) VALUES (?,?,?,?)
     ON CONFLICT DO UPDATE SET village = excluded.village, since = excluded.since, removed_at = NULL`,
  );
  const others = db.prepare("DELETE FROM team_villages WHERE commune = ? AND learner = ?");
  const present = db
    .prepare("SELECT village FROM team_members WHERE commune = ? AND learner = ? AND removed_at IS NULL")
    .pluck();
  const further = db.prepare("INSERT OR IGNORE INTO team_villages (commune, learner, village) VALUES (?,?,?)");
  const audit = auditRow(db);
  // Whoever came to this phone by a link code is of the team on it from now on.
  const here = db.prepare("UPDATE account_learners SET by_link = 0 WHERE commune = ? AND account = ? AND learner = ?");
  return (w, { loaded: { account, person }, now }) => {
    const village = use.get(account.commune, hashed(w.code), w.code, now);
    if (typeof village !== "string") return "invitation-used";
    const place = village === "" ? null : village;
    // Undefined: not in the team. Null: there for the whole commune, which a village adds nothing to.
    const before = w.replace ? undefined : present.get(account.commune, person.id);
    if (before === undefined || place === null) {
      only.run(account.commune, person.id, place, now);
      others.run(account.commune, person.id);
    } else if (before !== null && before !== place) further.run(account.commune, person.id, place);
    here.run(account.commune, account.id, person.id);
    audit(
      { what: "invitation-used", commune: account.commune, about: person.id, after: { village: place } },
      { who: `learner:${person.id}`, from: null, at: now },
    );
    return done;
  };
};
