import { createHash } from "node:crypto";
import type { Database } from "./driver.ts";

/** Gives a connection what it needs to add to the security log: the trigger of migration 0010 calls it for each row. */
export const withChainHash = (db: Database): Database =>
  db.function("chain_hash", { deterministic: true, directOnly: false }, (before, row) =>
    chainHash(String(before), String(row)),
  );

/** SHA-256 over the hash of the row before and the row itself, written as one JSON array. */
export const chainHash = (before: string, row: string): string =>
  createHash("sha256").update(`${before}\n${row}`).digest("hex");
