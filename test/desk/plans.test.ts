import { type CompiledQuery, Kysely, SqliteDialect } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deskStore } from "../../src/store/sqlite/cold/desk.ts";
import { learnerCounts } from "../../src/store/sqlite/cold/learners.ts";
import type { Tables } from "../../src/store/sqlite/tables.ts";
import { type House, house, NOON, track } from "./house.ts";

let h: House;
beforeAll(async () => {
  h = await house();
});
afterAll(() => h.close());

/** How the database means to answer what is asked. */
const planOf = async (ask: (cold: House["cold"]) => Promise<unknown>): Promise<string> => {
  const asked: CompiledQuery[] = [];
  const dialect = new SqliteDialect({ database: h.db });
  const far = new Kysely<Tables>({ dialect, log: (event) => void asked.push(event.query) });
  await ask({ ...h.cold, far });
  return asked
    .flatMap(({ sql, parameters }) => h.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all([...parameters]))
    .map((row) => (row as { detail: string }).detail)
    .join("\n");
};

test("counting reads a row a learner, and events only of those who did something after the cut-off", async () => {
  const plan = await planOf((cold) => learnerCounts(cold).counted("a-xa", { from: 1, cutoff: NOON, track }));
  expect(plan).toContain("SEARCH learner_passes USING PRIMARY KEY (commune=?)");
  expect(plan.match(/SEARCH m USING PRIMARY KEY \(commune=\?\)/g)).toHaveLength(2);
  expect(plan).toContain("SEARCH e USING COVERING INDEX learning_events_learner (commune=? AND learner=? AND at<?)");
  expect(plan).toContain("SEARCH last USING PRIMARY KEY (commune=? AND id=?)");
  expect(plan).not.toMatch(/SCAN (e|m|l|last|learning_events|learners)\b/);
});

test("answers are read in the order of people, and events only of those who answered after the cut-off", async () => {
  const plan = await planOf((cold) => learnerCounts(cold).declared("a-xa", { cutoff: NOON }));
  expect(plan).toContain("SEARCH a USING PRIMARY KEY (commune=?)");
  expect(plan).toContain("SEARCH n USING INDEX learning_events_assessed (commune=? AND learner=? AND ref=? AND at<?)");
  expect(plan).not.toMatch(/SCAN (a|now|e|m|l|last|learning_events|learners)\b/);
});

test("what became of pushes is found by the push, never by walking messages or events", async () => {
  const plan = await planOf((cold) => deskStore(cold).pushes("a-xa", { from: 0, to: NOON }));
  for (const index of ["learning_events_pushes", "learning_events_finished", "outbox_push", "timers_push"])
    expect(plan).toContain(index);
  expect(plan).not.toMatch(/SCAN (e|f|t|l|s|outbox|timers|learning_events)\b/);
});

test("remaking the marks of one learner looks only at theirs", () => {
  const of = (view: string) =>
    h.db
      .prepare(`EXPLAIN QUERY PLAN SELECT * FROM ${view} WHERE commune = 'a-xa' AND learner = 'p'`)
      .all()
      .map((row) => (row as { detail: string }).detail)
      .join("\n");
  expect(of("learner_marks_anew")).toContain("learning_events_finished (commune=? AND learner=?");
  expect(of("learner_answers_anew")).toContain("learning_events_assessed (commune=? AND learner=?");
  expect(of("learner_passes_anew")).toContain("learning_events_quizzes (commune=? AND learner=?");
});
