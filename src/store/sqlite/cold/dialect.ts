import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { ReadThread } from "./thread.ts";

/** Kysely over the reading thread: the same query builder, answered elsewhere. It cannot write: the file is open read-only. */
export const threadDialect = (thread: ReadThread): Dialect => {
  const connection: DatabaseConnection = {
    // The row type is what the query builder derived from the statement it compiled.
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) => ({
      rows: (await thread.ask(sql, parameters)) as R[],
    }),
    streamQuery: () => {
      throw new Error("the reading thread does not stream");
    },
  };
  const noTransaction = async () => {
    throw new Error("the reading thread has no transactions");
  };
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: noTransaction,
      commitTransaction: noTransaction,
      rollbackTransaction: noTransaction,
      releaseConnection: async () => {},
      destroy: () => thread.close(),
    }),
  };
};
