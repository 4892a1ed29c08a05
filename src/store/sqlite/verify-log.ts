import { chainHash } from "./chain-hash.ts";
import type { Database } from "./driver.ts";

/**
 * Walks the security log from its start: each row must carry the hash of itself over the one before, and none may be
 * missing. `noted`: a hash that was written down earlier; it must still stand there.
 */
export const verifyLog = (db: Database, noted: string | null = null): Verified =>
  // One view of the file, though rows are added meanwhile.
  db.transaction((): Verified => {
    const start = db.prepare("SELECT seq, hash FROM security_log_start").get() as Head; // the two columns
    const rows = db.prepare(
      `SELECT seq, hash, json_array(seq, commune, at, who, origin, what, about, before, after, times) AS row
       FROM security_log ORDER BY seq`,
    );
    let last = start;
    let found = noted === null || noted === start.hash;
    for (const { seq, hash, row } of rows.iterate() as IterableIterator<Head & { row: string }>) {
      if (seq !== last.seq + 1) return { ok: false, at: last.seq + 1, why: "missing" };
      if (hash !== chainHash(last.hash, row)) return { ok: false, at: seq, why: "changed" };
      last = { seq, hash };
      found ||= hash === noted;
    }
    const highest = db
      .prepare("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'security_log'")
      .pluck()
      .get();
    if (Number(highest) > last.seq) return { ok: false, at: last.seq + 1, why: "missing" };
    // Rows leave by the clock, which says up to which: a start that was moved by anybody else hides rows.
    const left = db
      .prepare("SELECT after ->> '$.upTo' FROM security_log WHERE what = 'log-trimmed' ORDER BY seq DESC LIMIT 1")
      .pluck()
      .get();
    if (start.seq > 0 && left !== start.seq) return { ok: false, at: 1, why: "missing" };
    if (!found) return { ok: false, at: null, why: "noted-hash-gone" };
    return { ok: true, rows: last.seq - start.seq, head: last.hash };
  })();

export type Verified =
  | { readonly ok: true; readonly rows: number; readonly head: string }
  | { readonly ok: false; readonly at: number | null; readonly why: "missing" | "changed" | "noted-hash-gone" };
type Head = { readonly seq: number; readonly hash: string };
