import type { AuditEntry, Seen } from "../../ports/audit.ts";
import type { By } from "../../ports/by.ts";
import { auditValues } from "../audit-row.ts";
import type { Cold } from "./cold.ts";

/** The row of the security log that goes into the transaction of a write. Never the first of it: a view says it changed nothing. */
export const audit = ({ near }: Cold, by: By | Seen, entry: AuditEntry) =>
  near.insertInto("security_log_next").values(auditValues(entry, "staff" in by ? seenBy(by) : by));

const seenBy = ({ staff, from = null, at }: By): Seen => ({ who: `staff:${staff}`, from, at });
