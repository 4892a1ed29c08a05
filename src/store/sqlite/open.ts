import { createHash } from "node:crypto";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { migrations } from "../migrations.ts";
import { withChainHash } from "./chain-hash.ts";
import type { Database } from "./driver.ts";
import { driver } from "./driver.ts";
import { faultOf } from "./fault-of.ts";

/**
 * Opens the house's database file, made if missing, and brings it up to date. A newer or damaged file is refused and
 * left byte for byte as it was: it is looked at read-only before anything may write.
 */
export const open = (file: string, scripts: readonly string[] = migrations()): Result<Database> => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const written = existsSync(file) && statSync(file).size > 0;
    const refusal = written ? inspect(file, scripts) : null;
    if (refusal) return refusal;
    const db = withChainHash(new driver(file));
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
export const sound = (file: string, how: Thorough = "quick"): Result<null> => {
  try {
    return inspect(file, migrations(), how) ?? ok(null);
  } catch (error) {
    const known = faultOf(error);
    if (known) return fail(known);
    throw error;
  }
};

/** Whether a database lacks nothing of this program's, so that opening it changes nothing. */
export const upToDate = (file: string, scripts: readonly string[] = migrations()): boolean => {
  if (!existsSync(file) || statSync(file).size === 0) return false;
  const db = new driver(file, { readonly: true });
  try {
    const applied = appliedTo(db, scripts);
    return hasList(db) && scripts.every((script) => applied.has(hashOf(script)));
  } finally {
    db.close();
  }
};

/** Looks without touching. Any page that cannot be read, and any table of somebody else's, is a refusal. */
const inspect = (file: string, scripts: readonly string[], how: Thorough = "quick"): Result<never> | null => {
  const db = new driver(file, { readonly: true });
  try {
    const version = Number(db.pragma("user_version", { simple: true }));
    const known = new Set(scripts.map(hashOf));
    const strange = [...appliedTo(db, scripts)].filter((hash) => !known.has(hash)).length;
    if (version > scripts.length || strange > 0)
      return fail(fault("DATABASE_NEWER", `${file} has version ${version}, this program knows ${scripts.length}`));
    const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get();
    if (version === 0 && Number(tables) > 0)
      return fail(fault("DATABASE_CORRUPT", `${file} holds tables of another program`));
    // The structure of the first faulty page is enough to refuse; a full check of gigabytes would cost the start its two seconds.
    if (how === "all of it" && Number(tables) === 0) return fail(fault("DATABASE_CORRUPT", `${file} holds no tables`));
    if (how === "all of it" || statSync(file).size < quickCheckBytes) {
      const check = how === "all of it" ? "integrity_check(1)" : "quick_check(1)";
      const verdict = String(db.pragma(check, { simple: true }));
      if (verdict !== "ok") return fail(fault("DATABASE_CORRUPT", `${file}: ${verdict.split("\n")[0]}`));
    }
    return null;
  } finally {
    db.close();
  }
};
/** A start looks at a small file only; what is put in place of the database is looked at whole. */
type Thorough = "quick" | "all of it";
const quickCheckBytes = 64 * 1024 * 1024;

const configure = (db: Database): void => {
  db.pragma("journal_mode = WAL");
  // FULL: a commit that was acknowledged to a channel is on the disk, not in a cache that a power cut empties.
  db.pragma("synchronous = FULL");
  db.pragma("busy_timeout = 2000");
  db.pragma("foreign_keys = ON");
  // What is deleted is written over: an erased name must not be read out of the file's free pages.
  db.pragma("secure_delete = ON");
  db.pragma("temp_store = MEMORY");
  // Between checkpoints the same page is written to the database once, however many turns changed it: 16 MB of log
  // instead of 4 make a turn under load some 8 % cheaper. More would make the pause of a checkpoint felt.
  db.pragma("wal_autocheckpoint = 4000");
};

/**
 * Runs the scripts this database has not had. By their hash and not their number, so that one that was begun earlier and
 * finished later is not taken for done. `user_version` is how many it had: an older program sees that there are more.
 */
const migrate = (db: Database, scripts: readonly string[]): void => {
  const applied = appliedTo(db, scripts);
  const missing = scripts.filter((script) => !applied.has(hashOf(script)));
  if (missing.length === 0 && hasList(db)) return;
  db.transaction(() => {
    db.exec("CREATE TABLE IF NOT EXISTS applied_migrations (hash TEXT PRIMARY KEY) STRICT, WITHOUT ROWID");
    for (const hash of applied) db.prepare("INSERT OR IGNORE INTO applied_migrations (hash) VALUES (?)").run(hash);
  }).immediate();
  for (const script of missing) {
    // One transaction each, the note with it: a crash in between leaves the last whole version.
    db.transaction(() => {
      db.exec(script);
      db.prepare("INSERT INTO applied_migrations (hash) VALUES (?)").run(hashOf(script));
      db.pragma(`user_version = ${db.prepare("SELECT count(*) FROM applied_migrations").pluck().get()}`);
    }).immediate();
  }
};

/** A database from before the list was kept had the first `user_version` scripts. */
const appliedTo = (db: Database, scripts: readonly string[]): ReadonlySet<string> =>
  hasList(db)
    ? new Set(db.prepare("SELECT hash FROM applied_migrations").pluck().all().map(String))
    : new Set(scripts.slice(0, Number(db.pragma("user_version", { simple: true }))).map(hashOf));

const hasList = (db: Database): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'applied_migrations'").get() !== undefined;

const hashOf = (script: string): string => createHash("sha256").update(script).digest("hex").slice(0, 32);
