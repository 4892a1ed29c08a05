import { auditRow } from "./audit-row.ts";
import type { Database } from "./driver.ts";

/**
 * Takes rows of the security log away whose term is over: from the front only, some at a time, and never one that stands
 * behind a younger row. That they left is a row itself, and the chain begins at the last of them (verify-log.ts).
 */
export const trimLog = (db: Database): ((now: number, before: number) => number) => {
  const last = db
    .prepare(
      `SELECT max(seq) FROM (SELECT seq FROM security_log
         WHERE seq < coalesce((SELECT min(seq) FROM security_log WHERE at >= ?), 9e15) ORDER BY seq LIMIT ${rows})`,
    )
    .pluck();
  const start = db.prepare(
    "UPDATE security_log_start SET seq = ?, hash = (SELECT hash FROM security_log WHERE seq = ?)",
  );
  const leave = db.prepare("DELETE FROM security_log WHERE seq <= ?");
  const count = db.prepare("SELECT count(*) FROM security_log WHERE seq <= ?").pluck();
  const note = auditRow(db);
  return (now, before) => {
    const upTo = last.get(before);
    if (typeof upTo !== "number") return 0;
    const gone = Number(count.get(upTo));
    note({ what: "log-trimmed", commune: null, after: { rows: gone, upTo } }, { who: "program", from: null, at: now });
    start.run(upTo, upTo);
    leave.run(upTo);
    return gone;
  };
};

const rows = 2_000;
