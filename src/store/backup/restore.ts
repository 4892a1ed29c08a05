import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Fault, fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { makePrivate } from "../private-files.ts";
import { auditLog } from "../sqlite/audit-log.ts";
import { faultOf } from "../sqlite/fault-of.ts";
import { lock } from "../sqlite/lock.ts";
import { open, sound } from "../sqlite/open.ts";
import { isSealed, unseal } from "./sealed.ts";
import { sync } from "./take.ts";

/**
 * Puts a backup in place of the database, while nothing works on it. The copy is written, opened and proven beside it
 * before the present one is touched; the present one stays under another name. Answers that name, null when there was none.
 */
export const restoreBackup = async ({
  from,
  dataDir,
  identity,
  now,
}: {
  readonly from: string;
  readonly dataDir: string;
  /** Asked for only when the backup is encrypted; null: there is none. */
  readonly identity: () => Promise<string | null>;
  readonly now: number;
}): Promise<Result<string | null>> => {
  const database = join(dataDir, "house.db");
  const fresh = `${database}.restoring`;
  try {
    makePrivate(dataDir);
    const alone = lock(dataDir, "restore");
    if (!alone.ok) return alone;
    try {
      if (isSealed(from)) {
        const key = await identity();
        if (key === null) return fail(fault("BACKUP_SEALED", from));
        const opened = await unseal(from, fresh, key).then(
          () => null,
          (error: unknown) => error,
        );
        // What age says may quote the file; ours says what can be done.
        if (opened !== null) {
          const known = faultOf(opened);
          return known ? no(known) : fail(fault("BACKUP_UNOPENED", from));
        }
      } else copyFileSync(from, fresh);
      chmodSync(fresh, 0o600);
      const whole = sound(fresh, "all of it");
      if (!whole.ok) return no(whole.fault);
      for (const part of ["-wal", "-shm"]) rmSync(fresh + part, { force: true });
      sync(fresh);
      const old = `${database}.before-restore-${now}`;
      for (const part of ["", "-wal", "-shm"]) if (existsSync(database + part)) renameSync(database + part, old + part);
      renameSync(fresh, database);
      sync(dataDir);
      // As the next start would: opened, brought up to date, and on record there.
      const opened = open(database);
      if (opened.ok) {
        const after = { rows: null };
        auditLog(opened.value).note(
          { what: "restored", commune: null, after },
          { who: "operator", from: null, at: now },
        );
        opened.value.close();
      }
      return ok(existsSync(old) ? old : null);
    } finally {
      for (const part of ["", "-wal", "-shm"]) rmSync(fresh + part, { force: true });
      alone.value.release();
    }
  } catch (error) {
    const known = faultOf(error);
    if (known === null) throw error;
    return no(known);
  }
};

/** What is wrong with the disk is told as that; whatever else, it is the backup that cannot be taken. */
const no = (found: Fault): Result<never> =>
  fail(found.code.startsWith("STORE_") ? found : fault("RESTORE_REFUSED", found.cause));
