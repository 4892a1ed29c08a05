import { type Fault, type FaultCode, fault } from "../../errors.ts";
import { driver } from "./driver.ts";

/** The fault that an exception of SQLite or of the file system stands for, or null when it is a bug of ours. */
export const faultOf = (error: unknown): Fault | null => {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const table = error instanceof driver.SqliteError ? sqlite : system;
  const code = table.find(([pattern]) => pattern.test(String(error.code)))?.[1];
  return code ? fault(code, `${error.code}: ${error.message}`) : null;
};

/** Whatever is not in here (a constraint, a wrong statement) is a fault of the program, and no one's disk. */
const sqlite: readonly (readonly [RegExp, FaultCode])[] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, "DATABASE_CORRUPT"],
  [/^SQLITE_FULL/, "STORE_FULL"],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/, "STORE_READONLY"],
  [/^SQLITE_(BUSY|LOCKED)/, "STORE_BUSY"],
  [/^SQLITE_(IOERR|NOMEM|PROTOCOL|NOLFS|INTERRUPT)/, "STORE_FAILED"],
];

const system: readonly (readonly [RegExp, FaultCode])[] = [
  [/^(ENOSPC|EDQUOT|EFBIG)$/, "STORE_FULL"],
  [/^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|EISDIR)$/, "STORE_READONLY"],
  [/^(EIO|EMFILE|ENFILE|ENXIO|ENODEV|ELOOP|ENAMETOOLONG)$/, "STORE_FAILED"],
];
