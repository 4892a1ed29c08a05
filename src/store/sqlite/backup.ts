import { statSync } from "node:fs";
import type { Database } from "./open.ts";

/** Copies the whole database page by page while it is in use; gives back the size in bytes. */
export const backupInto = async (db: Database, file: string): Promise<number> => {
  await db.backup(file);
  return statSync(file).size;
};
