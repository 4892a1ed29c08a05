import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";

export const certificate = (db: Database): Writer<"certificate"> => {
  const insert = db.prepare(
    `INSERT INTO certificates (commune, code, learner, track, name, village, score_right, score_of, language, sample, issued_at)
     SELECT ?,?,?,?,?,?,?,?,?, sample, ? FROM learners WHERE commune = ? AND id = ?`,
  );
  return (w, { loaded: { account, person }, now }) => {
    insert.run(
      account.commune,
      w.code,
      person.id,
      w.track,
      w.name,
      w.village,
      w.right,
      w.of,
      w.language,
      now,
      account.commune,
      person.id,
    );
  };
};
