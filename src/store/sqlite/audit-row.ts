import { cut } from "../../kit/text.ts";
import type { AuditEntry, AuditValue, Seen } from "../ports/audit.ts";
import type { Database } from "./driver.ts";

/** Adds a row of the security log in whatever transaction is open: what it says is kept together with what it is about. */
export const auditRow = (db: Database): ((entry: AuditEntry, seen: Seen, times?: number) => void) => {
  const insert = db.prepare(
    "INSERT INTO security_log_next (commune, at, who, origin, what, about, before, after, times) VALUES (@commune, @at, @who, @origin, @what, @about, @before, @after, @times)",
  );
  return (entry, seen, times = 1) => void insert.run(auditValues(entry, seen, times));
};

/** A row as the table has it. */
export const auditValues = (entry: AuditEntry, { who, from, at }: Seen, times = 1) => ({
  commune: entry.commune,
  at,
  who,
  origin: from,
  what: entry.what,
  about: entry.about ?? null,
  before: json(entry.before),
  after: json(entry.after),
  times,
});

/** Settings are sentences at most; a longer text would be somebody's words, and they have no place here. */
const longest = 200;
const json = (values: Readonly<Record<string, AuditValue | undefined>> | undefined): string | null => {
  const told = Object.entries(values ?? {}).map(([k, v]) => [k, typeof v === "string" ? cut(v, longest) : v]);
  return told.length === 0 ? null : JSON.stringify(Object.fromEntries(told));
};
