import type { Audit, AuditEntry, Seen } from "../ports/audit.ts";
import { auditRow } from "./audit-row.ts";
import type { Database } from "./driver.ts";

/** The security log as everybody outside a transaction writes to it. `failed` hears of tallies that could not be written. */
export const auditLog = (db: Database, failed: (error: unknown) => void = () => {}): Audit => {
  const row = auditRow(db);
  const write = db.transaction((tallies: readonly Tally[]) => {
    for (const { entry, seen, times } of tallies) row(entry, seen, times);
  });
  let counted = new Map<string, Tally>();
  const add = (entry: AuditEntry, seen: Seen): void => {
    const key = JSON.stringify([entry, seen.who, seen.from, minuteOf(seen.at)]);
    const known = counted.get(key);
    if (known) known.times += 1;
    // Somebody with very many addresses, or a kind told with very many values, is one row more, not thousands.
    else if (counted.size < mostRows || seen.from === "elsewhere") counted.set(key, { entry, seen, times: 1 });
    else add(bare(entry), { ...seen, who: "stranger", from: "elsewhere" });
  };
  return {
    note: (entry, seen) => row(entry, seen),
    tally: add,
    flush: (now = Number.POSITIVE_INFINITY) => {
      const ended = [...counted].filter(([, { seen }]) => minuteOf(seen.at) < minuteOf(now));
      if (ended.length === 0) return;
      try {
        write.immediate(ended.map(([, tally]) => tally));
        counted = new Map([...counted].filter(([key]) => !ended.some(([k]) => k === key)));
      } catch (error) {
        // Kept for the next minute: the counts only grow, so memory stays bounded while the disk is full.
        failed(error);
      }
    },
  };
};

type Tally = { readonly entry: AuditEntry; readonly seen: Seen; times: number };
const mostRows = 200;
const minuteOf = (at: number): number => Math.floor(at / 60_000);
/** Only what kind it is, and where. */
// Every kind may leave out what it tells; the compiler only loses which kind it is.
const bare = ({ what, commune }: AuditEntry) => ({ what, commune }) as AuditEntry;
