import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type Sqlite from "better-sqlite3";
import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { migrations } from "../migrations.ts";
import { driver } from "./driver.ts";
import { faultOf } from "./fault-of.ts";

export type Database = Sqlite.Database;

/**
 * Opens the house's database file, made if missing, and brings it up to date. A newer or damaged file is refused and
 * left byte for byte as it was: it is looked at read-only before anything may write.
 */
export const open = (file: string, scripts: readonly string[] = migrations()): Result<Database> => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const written = existsSync(file) && statSync(file).size > 0;
    const refusal = written ? inspect(file, scripts.length) : null;
    if (refusal) return refusal;
    const db = new driver(file);
    try {
      configure(db);
      migrate(db, scripts);
      return ok(db);
    } catch (error) {
      db.close();
      throw error;
    }
  } catch (error) {
    const known = faultOf(error);
    if (known) return fail(known);
    throw error;
  }
};

/** Whether a file is a whole database this program can read: for a backup, before it is put in place. Nothing is written. */
export const sound = (file: string): Result<null> => {
  try {
    return inspect(file, migrations().length) ?? ok(null);
  } catch (error) {
    const known = faultOf(error);
    if (known) return fail(known);
    throw error;
  }
};

/** Looks without touching. Any page that cannot be read, and any table of somebody else's, is a refusal. */
const inspect = (file: string, newest: number): Result<never> | null => {
  const db = new driver(file, { readonly: true });
  try {
    const version = Number(db.pragma("user_version", { simple: true }));
    if (version > newest)
      return fail(fault("DATABASE_NEWER", `${file} has version ${version}, this program knows ${newest}`));
    const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get();
    if (version === 0 && Number(tables) > 0)
      return fail(fault("DATABASE_CORRUPT", `${file} holds tables of another program`));
    // The structure of the first faulty page is enough to refuse; a full check of gigabytes would cost the start its two seconds.
    if (statSync(file).size < quickCheckBytes) {
      const verdict = String(db.pragma("quick_check(1)", { simple: true }));
      if (verdict !== "ok") return fail(fault("DATABASE_CORRUPT", `${file}: ${verdict.split("\n")[0]}`));
    }
    return null;
  } finally {
    db.close();
  }
};
const quickCheckBytes = 64 * 1024 * 1024;

const configure = (db: Database): void => {
  db.pragma("journal_mode = WAL");
  // FULL: a commit that was acknowledged to a channel is on the disk, not in a cache that a power cut empties.
  db.pragma("synchronous = FULL");
  db.pragma("busy_timeout = 2000");
  db.pragma("foreign_keys = ON");
  db.pragma("temp_store = MEMORY");
  // Between checkpoints the same page is written to the database once, however many turns changed it: 16 MB of log
  // instead of 4 make a turn under load some 8 % cheaper. More would make the pause of a checkpoint felt.
  db.pragma("wal_autocheckpoint = 4000");
};

const migrate = (db: Database, scripts: readonly string[]): void => {
  const from = Number(db.pragma("user_version", { simple: true }));
  for (const [index, script] of scripts.entries()) {
    if (index < from) continue;
    // One transaction each, the number with it: a crash in between leaves the last whole version.
    db.transaction(() => {
      db.exec(script);
      db.pragma(`user_version = ${index + 1}`);
    }).immediate();
  }
};
