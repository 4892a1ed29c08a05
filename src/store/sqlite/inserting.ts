import type { Insertable } from "kysely";
import type { Database } from "./driver.ts";
import type { Tables } from "./tables.ts";

/**
 * A statement that adds one row, its values given by the names of their columns: a list of fifteen question marks is
 * right only as long as nobody moves one.
 */
export const inserting = <T extends keyof Tables, C extends keyof Insertable<Tables[T]> & string>(
  db: Database,
  table: T,
  columns: readonly C[],
) =>
  db.prepare<{ readonly [K in C]: Insertable<Tables[T]>[K] }>(
    `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map((c) => `@${c}`).join(", ")})`,
  );
