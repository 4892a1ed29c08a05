import { auditRow } from "../audit-row.ts";
import type { CodeHash } from "../code-hash.ts";
import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";

/** A place in the community team, as long as the invitation has one left. */
export const invitationAccepted = (db: Database, hashed: CodeHash): Writer<"invitation-accepted"> => {
  const use = db
    .prepare(
      "UPDATE invitations SET uses_left = uses_left - 1 WHERE commune = ? AND code IN (?, ?) AND uses_left > 0 AND expires_at > ? RETURNING coalesce(village, '')",
    )
    .pluck();
  const member = db.prepare(
    `INSERT INTO team_members (commune, learner, village, since) VALUES (?,?,?,?)
     ON CONFLICT DO UPDATE SET village = excluded.village, since = excluded.since, removed_at = NULL`,
  );
  const role = db.prepare("UPDATE learners SET role = 'team' WHERE commune = ? AND id = ?");
  const audit = auditRow(db);
  // Whoever came to this phone by a link code is of the team on it from now on.
  const here = db.prepare("UPDATE account_learners SET by_link = 0 WHERE commune = ? AND account = ? AND learner = ?");
  return (w, { loaded: { account, person }, now }) => {
    const village = use.get(account.commune, hashed(w.code), w.code, now);
    if (typeof village !== "string") return;
    member.run(account.commune, person.id, village === "" ? null : village, now);
    role.run(account.commune, person.id);
    here.run(account.commune, account.id, person.id);
    audit(
      { what: "invitation-used", commune: account.commune, about: person.id, after: { village: village || null } },
      { who: `learner:${person.id}`, from: null, at: now },
    );
  };
};
