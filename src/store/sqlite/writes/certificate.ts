import type { Selectable } from "kysely";
import type { Database } from "../driver.ts";
import type { Tables } from "../tables.ts";
import type { Writer } from "./frame.ts";

export const certificate = (db: Database): Writer<"certificate"> => {
  const insert = db.prepare<Omit<Selectable<Tables["certificates"]>, "sample" | "revoked_at" | "revoked_why">>(
    `INSERT INTO certificates (commune, code, learner, track, name, village, score_right, score_of, language, sample, issued_at)
     SELECT @commune, @code, @learner, @track, @name, @village, @score_right, @score_of, @language, sample, @issued_at
     FROM learners WHERE commune = @commune AND id = @learner`,
  );
  return (w, { loaded: { account, person }, now }) => {
    insert.run({
      commune: account.commune,
      code: w.code,
      learner: person.id,
      track: w.track,
      name: w.name,
      village: w.village,
      score_right: w.right,
      score_of: w.of,
      language: w.language,
      issued_at: now,
    });
  };
};
