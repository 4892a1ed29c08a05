import { createRequire } from "node:module";
import type Sqlite from "better-sqlite3";

const require = createRequire(import.meta.url);

/**
 * Where the SQLite driver of this Node lies. better-sqlite3 12 ends the process on Node 24.19 and newer: a statement that
 * is collected asks for an environment that is gone. Its 13 does not, but needs Node 22 and crashes on 20; there npm
 * leaves it out, and a folder installed under a newer Node must not be believed.
 */
export const driverPath = (): string => {
  if (Number.parseInt(process.versions.node, 10) < 22) return require.resolve("better-sqlite3");
  try {
    return require.resolve("better-sqlite3-napi");
  } catch {
    return require.resolve("better-sqlite3");
  }
};

/** The driver itself; both have the same face. */
export const driver: typeof Sqlite = require(driverPath());

export type Database = Sqlite.Database;
