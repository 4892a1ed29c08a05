import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fault } from "../../errors.ts";
import { fail, ok, type Result } from "../../kit/result.ts";
import { copyInto, type Rows } from "../sqlite/copy.ts";
import { faultOf } from "../sqlite/fault-of.ts";
import { seal } from "./sealed.ts";

export type Backup = { readonly file: string; readonly bytes: number; readonly rows: Rows };

/**
 * Copies the database into a file while it is in use. It has its name only once it is whole, proven and on the disk; only
 * its owner may read it. With a `recipient` it is encrypted, and the plain copy never leaves the folder of the database.
 */
export const takeBackup = async ({
  database,
  file,
  recipient,
  progress,
}: {
  readonly database: string;
  readonly file: string;
  readonly recipient: string | null;
  readonly progress?: (done: number, of: number) => void;
}): Promise<Result<Backup>> => {
  const part = `${file}.part`;
  const plain = recipient === null ? part : `${database}.backup-part`;
  try {
    if (existsSync(file)) return fail(fault("BACKUP_EXISTS", file));
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    for (const left of [part, plain]) rmSync(left, { force: true });
    closeSync(openSync(plain, "wx", 0o600));
    const rows = await copyInto(database, plain, progress);
    if (recipient !== null) await seal(plain, part, recipient);
    sync(part);
    renameSync(part, file);
    sync(dirname(file));
    return ok({ file, bytes: statSync(file).size, rows });
  } catch (error) {
    const known = faultOf(error);
    return fail(fault("BACKUP_FAILED", known?.cause ?? (error instanceof Error ? error.message : "thrown")));
  } finally {
    for (const left of [part, plain]) if (existsSync(left)) rmSync(left, { force: true });
  }
};

/** A name or a page that only stands in a cache is gone with the power. */
export const sync = (path: string): void => {
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
};
