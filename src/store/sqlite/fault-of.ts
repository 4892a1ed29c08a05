import { type Fault, fault } from "../../errors.ts";
import { driver } from "./driver.ts";

/** The fault an exception of SQLite stands for, or null when it is a bug of ours. */
export const faultOf = (error: unknown): Fault | null => {
  if (!(error instanceof driver.SqliteError)) return null;
  const cause = `${error.code}: ${error.message}`;
  if (error.code === "SQLITE_NOTADB" || error.code.startsWith("SQLITE_CORRUPT"))
    return fault("DATABASE_CORRUPT", cause);
  // All three pass when somebody makes room or lets go; until then the channel must keep its update and try again.
  if (/^SQLITE_(FULL|IOERR|BUSY)/.test(error.code)) return fault("STORE_FULL", cause);
  return null;
};
