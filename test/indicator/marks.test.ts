import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { learning } from "../../src/indicator/definitions.ts";
import { migrations } from "../../src/store/migrations.ts";
import { fact, type House, house, track } from "../desk/house.ts";

let h: House;
beforeAll(async () => {
  h = await house();
});
afterAll(() => h.close());
beforeEach(() => h.db.exec("DELETE FROM learning_events"));

const learner = fc.constantFrom("p1", "p2", "p3");
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("record" as const),
      learner,
      what: fc.constantFrom(...learning, "consent-given", "self-assessed"),
      ref: fc.constantFrom(...track.lessons),
      answer: fc.constantFrom("yes", "no", "unsure"),
      passed: fc.boolean(),
      adult: fc.constantFrom(1 as const, 1 as const, 0 as const),
      village: fc.constantFrom("v1", "v2", null),
      at: fc.integer({ min: 1, max: 9 }), // also into the past and at the same moment
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("merge" as const), learner, into: learner }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget" as const), learner }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("grow-up" as const), learner }) },
);

const happen = (it: typeof happening extends fc.Arbitrary<infer T> ? T : never): void => {
  const run = (sql: string, ...args: unknown[]) => h.db.prepare(sql).run(...args);
  if (it.do === "record") fact(h, "a-xa", { ...it, data: dataOf(it) });
  if (it.do === "merge") run("UPDATE learning_events SET learner = ? WHERE learner = ?", it.into, it.learner);
  if (it.do === "forget") run("DELETE FROM learning_events WHERE learner = ?", it.learner);
  if (it.do === "grow-up") run("UPDATE learning_events SET adult = 1 WHERE learner = ?", it.learner);
};

const dataOf = ({ what, passed, answer }: { what: string; passed: boolean; answer: string }) =>
  what === "quiz-finished" ? { passed } : what === "self-assessed" ? { answer } : {};

/** The marks, made from the events in another way than the triggers and the migration make them. */
const expected = () => {
  const events = h.db.prepare("SELECT * FROM learning_events ORDER BY learner, at, id").all() as Record<
    string,
    unknown
  >[];
  const all = new Map<unknown, typeof events>();
  for (const e of events) all.set(e.learner, [...(all.get(e.learner) ?? []), e]);
  return [...all].map(([who, own]) => {
    const last = own.at(-1);
    const adult = own.filter((e) => e.adult === 1);
    const passes = track.lessons.flatMap((lesson) => {
      const first = adult.find(
        (e) => e.what === "quiz-finished" && e.ref === lesson && String(e.data).includes("true"),
      );
      return first ? [[lesson, first.at]] : [];
    });
    const answers = [...new Set(adult.filter((e) => e.what === "self-assessed").map((e) => e.ref))].sort().map((q) => {
      const newest = adult.findLast((e) => e.what === "self-assessed" && e.ref === q);
      return [q, JSON.parse(String(newest?.data)).answer, newest?.at, newest?.id];
    });
    return {
      who,
      last: [last?.at, last?.id, last?.village, last?.audience, last?.adult],
      finished: adult.find((e) => e.what === "lesson-finished")?.at ?? null,
      learned: adult.findLast((e) => (learning as readonly unknown[]).includes(e.what))?.at ?? null,
      passes,
      answers,
    };
  });
};
const kept = () =>
  (h.db.prepare("SELECT * FROM learner_marks ORDER BY learner").all() as Record<string, unknown>[]).map((m) => ({
    who: m.learner,
    last: [m.last_at, m.last_id, m.village, m.audience, m.adult],
    finished: m.finished_at,
    learned: m.learned_at,
    passes: h.db
      .prepare("SELECT lesson, at FROM learner_passes WHERE learner = ? ORDER BY lesson")
      .raw()
      .all(m.learner),
    answers: h.db
      .prepare("SELECT question, answer, at, id FROM learner_answers WHERE learner = ? ORDER BY question")
      .raw()
      .all(m.learner),
  }));

describe("the marks of learners", () => {
  test("say what the events say, whatever is recorded, merged, forgotten or changed", () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 25 }), (happenings) => {
        h.db.exec("DELETE FROM learning_events");
        h.db.transaction(() => happenings.forEach(happen))();
        expect(kept()).toEqual(expected());
      }),
      { numRuns: 150 },
    );
  });

  test("are made for what was recorded before they existed", () => {
    for (const [i, what] of ["lesson-started", "quiz-finished", "lesson-finished"].entries())
      fact(h, "a-xa", { learner: "p1", what, ref: "bai-a", data: { passed: true }, at: i + 1 });
    const before = kept();
    const script = migrations().find((m) => m.includes("CREATE TABLE learner_marks")) ?? "";
    const made = [...script.matchAll(/CREATE (TABLE|TRIGGER|VIEW) (\w+)/g)];
    for (const [, kind, name] of made.reverse()) h.db.exec(`DROP ${kind} IF EXISTS ${name}`);
    h.db.exec(script);
    expect(before).toHaveLength(1);
    expect(kept()).toEqual(before);
  });

  test("know the same kinds of learning as the definition", () => {
    const script = migrations().find((m) => m.includes("CREATE TABLE learner_marks")) ?? "";
    const lists = [...script.matchAll(/what IN \(([^)]+)\)/g)].map((m) => m[1]?.match(/[a-z-]+/g));
    expect(lists).toEqual([[...learning], [...learning]]);
    // What people say of themselves is not learning.
    expect(learning).not.toContain("self-assessed");
  });
});
