import { DAY, OFFSET } from "../../../kit/vietnam-time.ts";
import type { CodeHash } from "../code-hash.ts";
import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";
import { withoutQuestions } from "./question.ts";

/** New wordings of one commune and day: whoever tries more fills the table for nothing. */
const mostNew = 20;

/**
 * A topic that was picked for some words, once a day: who tries it over and over is one day, and whoever it was is not
 * kept. What was said on one day only may be one person's own matter, so until a second day there is no more of it than
 * a keyed hash.
 */
export const searchChoice = (db: Database, hashed: CodeHash): Writer<"search-choice"> => {
  const mayKeep = db
    .prepare(`SELECT coalesce(consent_version, '') <> '${withoutQuestions}' FROM learners WHERE commune = ? AND id = ?`)
    .pluck();
  const again = db.prepare(
    "UPDATE search_choices SET days = days + (last_day < @day), last_day = max(last_day, @day) WHERE commune = @commune AND said = @said AND topic = @topic",
  );
  const second = db.prepare("DELETE FROM search_choices_once WHERE commune = ? AND key = ? AND day < ?");
  const known = db.prepare("INSERT INTO search_choices (commune, said, topic, days, last_day) VALUES (?,?,?,2,?)");
  const first = db.prepare(
    `INSERT OR IGNORE INTO search_choices_once (commune, key, day) SELECT @commune, @key, @day
     WHERE (SELECT count(*) FROM search_choices_once WHERE commune = @commune AND day = @day) < ${mostNew}`,
  );
  return ({ said, topic }, { loaded: { account, person }, now }) => {
    const { commune } = account;
    if (mayKeep.get(commune, person.id) !== 1) return;
    const day = Math.floor((now + OFFSET) / DAY) * DAY - OFFSET;
    if (again.run({ commune, said, topic, day }).changes > 0) return;
    const key = hashed(`search-choice ${topic} ${said}`);
    if (second.run(commune, key, day).changes > 0) known.run(commune, said, topic, day);
    else first.run({ commune, key, day });
  };
};
