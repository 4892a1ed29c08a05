import { type Compilable, Kysely, SqliteDialect } from "kysely";
import { withChainHash } from "../chain-hash.ts";
import { type CodeHash, codeHash } from "../code-hash.ts";
import { driver } from "../driver.ts";
import type { Tables } from "../tables.ts";
import { threadDialect } from "./dialect.ts";
import { readThread } from "./thread.ts";

/** The cold path: what the desk and the public pages read and write. */
export type Cold = {
  /** Where the database lies; its keys lie beside it. */
  readonly file: string;
  /** Look-ups of a few rows by key. */
  readonly near: Kysely<Tables>;
  /** Everything that may touch many rows: answered in a thread with its own read-only connection. */
  readonly far: Kysely<Tables>;
  /** All statements or none. The first decides: when it changes no row the rest is left out, and the answer is false. */
  readonly write: (first: Compilable, ...rest: readonly Compilable[]) => Promise<boolean>;
  /** What is kept of a code that opens a person or a role. */
  readonly codeHash: CodeHash;
  readonly close: () => Promise<void>;
};

/** Opens the migrated database file with connections of its own. `:memory:` cannot work: two connections share it. */
export const openCold = (file: string): Cold => {
  const db = withChainHash(new driver(file, { fileMustExist: true, timeout: 5000 }));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  const near = new Kysely<Tables>({ dialect: new SqliteDialect({ database: db }) });
  const far = new Kysely<Tables>({ dialect: threadDialect(readThread(file)) });

  // Synchronous on purpose: a transaction left open over an await would hold the write lock while the turns of
  // residents, on the same event loop, wait for it in vain.
  const run = (statement: Compilable): number => {
    const { sql, parameters } = statement.compile();
    return db.prepare(sql).run(...parameters).changes;
  };
  const together = db.transaction((first: Compilable, rest: readonly Compilable[]) => {
    if (run(first) === 0) return false;
    for (const statement of rest) run(statement);
    return true;
  });
  return {
    file,
    near,
    far,
    write: async (first, ...rest) => together.immediate(first, rest),
    codeHash: codeHash(file),
    async close() {
      await far.destroy();
      await near.destroy();
    },
  };
};
