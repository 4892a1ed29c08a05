import { auditRow } from "../audit-row.ts";
import type { CodeHash } from "../code-hash.ts";
import type { Database } from "../driver.ts";
import { done, type Writer } from "./frame.ts";

/** From now on whoever got the code is told of alarms in this chat. The code is spent. */
export const alarmsLinked = (db: Database, hashed: CodeHash): Writer<"alarms-linked"> => {
  const use = db
    .prepare<[string, string, number], string>(
      "DELETE FROM alarm_codes WHERE commune = ? AND code = ? AND expires_at > ? RETURNING staff",
    )
    .pluck();
  const insert = db.prepare("INSERT OR IGNORE INTO alarm_chats (commune, account, staff, since) VALUES (?,?,?,?)");
  const audit = auditRow(db);
  return (w, { loaded: { account }, now }) => {
    const staff = use.get(account.commune, hashed(w.code), now);
    if (staff === undefined) return "alarms-used";
    insert.run(account.commune, account.id, staff, now);
    audit(
      { what: "alarm-chat-added", commune: account.commune, about: staff },
      { who: `staff:${staff}`, from: null, at: now },
    );
    return done;
  };
};
