import { createHmac, randomBytes } from "node:crypto";
import type { Database } from "./driver.ts";
import { keyBeside } from "./zalo/seal.ts";

/**
 * What is kept of a code that opens a person or a role. With the key beside the database, which no backup holds: a
 * code is short enough to be typed, and so to be found again from a plain hash.
 */
export const codeHash = (file: string): CodeHash => {
  const key = file === "" || file === ":memory:" ? randomBytes(32) : keyBeside(file);
  return (code) => `${MARK}${createHmac("sha256", key).update(`code:${code}`).digest("base64url")}`;
};

export type CodeHash = (code: string) => string;

/** Codes given out before they were hashed stay good and are no longer readable. */
export const hashOldCodes = (db: Database, hashed: CodeHash, id: () => string): void => {
  const readable = `substr(code, 1, ${MARK.length}) <> '${MARK}'`;
  db.transaction(() => {
    for (const table of ["invitations", "link_codes"]) {
      const update = db.prepare(`UPDATE ${table} SET code = ? WHERE code = ?`);
      for (const code of db.prepare(`SELECT code FROM ${table} WHERE ${readable}`).pluck().all())
        update.run(hashed(String(code)), code);
    }
    const name = db.prepare("UPDATE invitations SET id = ? WHERE code = ?");
    for (const code of db.prepare("SELECT code FROM invitations WHERE id IS NULL").pluck().all()) name.run(id(), code);
  }).immediate();
};

/** No code that can be typed begins so. */
const MARK = "h.";
