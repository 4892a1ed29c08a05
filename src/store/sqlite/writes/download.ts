import type { CodeHash } from "../code-hash.ts";
import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";

/** An address that shows everything kept about somebody, once; an earlier one that was not opened goes. */
export const downloadOffered = (db: Database, hashed: CodeHash): Writer<"download-offered"> => {
  const earlier = db.prepare("DELETE FROM downloads WHERE commune = ? AND learner = ? AND used_at IS NULL");
  const insert = db.prepare(
    "INSERT INTO downloads (code, commune, learner, account, stage, expires_at) VALUES (?,?,?,?,'page',?)",
  );
  return (w, { loaded: { account, person } }) => {
    earlier.run(account.commune, person.id);
    insert.run(hashed(w.code), account.commune, person.id, account.id, w.expiresAt);
  };
};
