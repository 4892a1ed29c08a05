import { chmodSync, copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fault, faults } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { keepPrivate } from "../private-files.ts";
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
  const no = (cause: string): Result<never> => fail(fault("RESTORE_REFUSED", `${from}: ${cause}; nothing was changed`));
  try {
    keepPrivate(dataDir);
    const alone = lock(dataDir, "restore");
    if (!alone.ok) return alone;
    try {
      if (isSealed(from)) {
        const key = await identity();
        if (key === null) return no("it is encrypted, and no identity was given");
        const opened = await unseal(from, fresh, key).then(
          () => null,
          (error: unknown) => error,
        );
        // What age says may quote the file; ours says what can be done.
        if (opened !== null)
          return faultOf(opened)
            ? no(causeOf(opened))
            : no("the identity does not open it, or it was altered or cut short");
      } else copyFileSync(from, fresh);
      chmodSync(fresh, 0o600);
      const whole = sound(fresh, "all of it");
      if (!whole.ok) return no(whole.fault.cause || faults[whole.fault.code].says);
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
    if (faultOf(error) === null) throw error;
    return no(causeOf(error));
  }
};

const causeOf = (error: unknown): string => {
  const known = faultOf(error);
  return known ? `${known.cause}: ${faults[known.code].todo}` : "unknown";
};
