import { DAY, OFFSET } from "../../../kit/vietnam-time.ts";
import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";
import { withoutQuestions } from "./question.ts";

/** A topic that was picked for some words, once a day: who tries it over and over is one day, and whoever it was is not kept. */
export const searchChoice = (db: Database): Writer<"search-choice"> => {
  const add = db.prepare(
    `INSERT INTO search_choices (commune, said, topic, days, last_day)
     SELECT l.commune, ?, ?, 1, ? FROM learners l
       WHERE l.commune = ? AND l.id = ? AND coalesce(l.consent_version, '') <> '${withoutQuestions}'
     ON CONFLICT DO UPDATE SET days = days + 1, last_day = excluded.last_day WHERE last_day < excluded.last_day`,
  );
  return (w, { loaded: { account, person }, now }) => {
    add.run(w.said, w.topic, Math.floor((now + OFFSET) / DAY) * DAY - OFFSET, account.commune, person.id);
  };
};
