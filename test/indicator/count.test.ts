import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { learning } from "../../src/indicator/definitions.ts";
import { parsePeriod } from "../../src/kit/period.ts";
import { DAY, startOfDay } from "../../src/kit/vietnam-time.ts";
import { adults, fact, type House, house, NOON, person, track } from "../desk/house.ts";

let h: House;
beforeAll(async () => {
  h = await house();
});
afterAll(() => h.close());
beforeEach(() => h.db.exec("DELETE FROM learning_events; DELETE FROM learners; DELETE FROM denominators"));

const BASE = startOfDay("2026-10-30") ?? 0;
const anEvent = fc.record({
  learner: fc.constantFrom("p1", "p2", "p3", "p4", "p5", "p6"),
  account: fc.constantFrom("phone-1", "phone-2"),
  what: fc.constantFrom(...learning, "consent-given", "opted-out", "self-assessed"),
  ref: fc.constantFrom(...track.lessons, "bai-khac"),
  passed: fc.boolean(),
  village: fc.constantFrom("v1", "v2", null),
  audience: fc.constantFrom("farmer", "official", null),
  adult: fc.constantFrom(1 as const, 1 as const, 1 as const, 0 as const),
  // Close together and often at the same moment, so that every edge of a window is met.
  at: fc.integer({ min: 0, max: 12 }).map((n) => BASE + n * (DAY / 2)),
});
type AnEvent = typeof anEvent extends fc.Arbitrary<infer T> ? T : never;
const people = fc.dictionary(
  fc.constantFrom("p1", "p2", "p3", "p4"),
  fc.constantFrom("yes", "no", "unasked", "erased"),
);

/** The definitions once more, as plainly as they can be said. */
const naive = (
  events: readonly AnEvent[],
  consents: Readonly<Record<string, string>>,
  from: number,
  cutoff: number,
) => {
  const before = events.map((e, i) => ({ ...e, i })).filter((e) => e.at < cutoff);
  const last = (learner: string) =>
    before
      .filter((e) => e.learner === learner)
      .sort((a, b) => a.at - b.at || a.i - b.i)
      .at(-1);
  const people = [...new Set(before.map((e) => e.learner))].filter(
    (p) => last(p)?.adult === 1 && ["yes", "erased", undefined].includes(consents[p]),
  );
  const own = (p: string) => before.filter((e) => e.learner === p && e.adult === 1);
  const hit = {
    reach: people.filter((p) => own(p).some((e) => e.what === "lesson-finished")),
    "basic-skills": people.filter((p) =>
      track.lessons.every((l) => own(p).some((e) => e.what === "quiz-finished" && e.ref === l && e.passed)),
    ),
    active: people.filter((p) => own(p).some((e) => e.at >= from && (learning as readonly string[]).includes(e.what))),
  };
  return {
    hit,
    villageOf: (p: string) => last(p)?.village ?? null,
    audienceOf: (p: string) => last(p)?.audience ?? null,
  };
};

test("what the database counts is what the definitions say, for any history", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anEvent, { maxLength: 40 }),
      people,
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 12 }),
      async (events, consents, a, b) => {
        h.db.exec("DELETE FROM learning_events; DELETE FROM learners");
        h.db.transaction(() => {
          for (const e of events)
            fact(h, "a-xa", { ...e, data: e.what === "quiz-finished" ? { score: 2, of: 3, passed: e.passed } : {} });
          for (const [id, consent] of Object.entries(consents)) {
            person(h, "a-xa", id, { consent: consent === "erased" ? "no" : consent });
            if (consent === "erased") h.db.prepare("UPDATE learners SET erased_at = 1 WHERE id = ?").run(id);
          }
        })();
        const [from, cutoff] = [BASE + Math.min(a, b) * (DAY / 2), BASE + (Math.max(a, b) + 1) * (DAY / 2)];
        const model = naive(events, consents, from, cutoff);
        const period = { key: "x", kind: "custom" as const, from, to: cutoff };
        for (const id of ["reach", "basic-skills", "active"] as const) {
          const hit = model.hit[id];
          expect((await h.deps.indicator.count(id, { commune: "a-xa", period })).numerator).toBe(hit.length);
          for (const village of ["v1", "v2", null])
            expect((await h.deps.indicator.count(id, { commune: "a-xa", period, village })).numerator).toBe(
              hit.filter((p) => model.villageOf(p) === village).length,
            );
          expect((await h.deps.indicator.count(id, { commune: "a-xa", period, audience: "farmer" })).numerator).toBe(
            hit.filter((p) => model.audienceOf(p) === "farmer").length,
          );
          expect((await h.deps.indicator.count(id, { commune: "b-xa", period })).numerator).toBe(0);
        }
      },
    ),
    { numRuns: 60 },
  );
});

describe("counting people", () => {
  const cut = { commune: "a-xa", cutoff: NOON };
  const finished = (learner: string, more: object = {}) =>
    fact(h, "a-xa", { learner, what: "lesson-finished", ref: "bai-a", at: NOON - DAY, ...more });

  test("once, on however many phones", async () => {
    finished("p1", { account: "phone-1" });
    finished("p1", { account: "phone-2" });
    expect((await h.deps.indicator.count("reach", cut)).numerator).toBe(1);
  });

  test("children and people without consent never", async () => {
    finished("child", { adult: 0 });
    finished("no");
    person(h, "a-xa", "no", { consent: "no" });
    expect((await h.deps.indicator.count("reach", cut)).numerator).toBe(0);
  });

  test("a past figure stays when somebody moves", async () => {
    finished("p1", { village: "v1", at: startOfDay("2026-10-10") ?? 0 });
    fact(h, "a-xa", { learner: "p1", what: "guide-started", village: "v2", at: startOfDay("2026-11-05") ?? 0 });
    const october = parsePeriod("2026-10") ?? expect.fail();
    const november = parsePeriod("2026-11") ?? expect.fail();
    expect((await h.deps.indicator.count("reach", { commune: "a-xa", period: october, village: "v1" })).numerator).toBe(
      1,
    );
    expect(
      (await h.deps.indicator.count("reach", { commune: "a-xa", period: november, village: "v1" })).numerator,
    ).toBe(0);
    expect(
      (await h.deps.indicator.count("reach", { commune: "a-xa", period: november, village: "v2" })).numerator,
    ).toBe(1);
  });

  test("the moment of the cut-off itself is outside, the first moment of a period inside", async () => {
    const november = parsePeriod("2026-11") ?? expect.fail();
    finished("p1", { at: november.to });
    finished("p2", { at: november.from });
    finished("p3", { at: november.from - 1 });
    h.time.now = november.to + DAY;
    expect((await h.deps.indicator.count("reach", { commune: "a-xa", period: november })).numerator).toBe(2);
    expect((await h.deps.indicator.count("active", { commune: "a-xa", period: november })).numerator).toBe(1);
    h.time.now = NOON;
  });

  test("all lessons must be passed, whichever attempt; finishing is not passing", async () => {
    const quiz = (learner: string, ref: string, passed: boolean) =>
      fact(h, "a-xa", { learner, what: "quiz-finished", ref, data: { passed }, at: NOON - DAY });
    quiz("p1", "bai-a", false);
    quiz("p1", "bai-a", true);
    quiz("p1", "bai-b", true);
    quiz("p2", "bai-a", true);
    quiz("p2", "bai-a", true);
    quiz("p3", "bai-a", true);
    quiz("p3", "bai-b", false);
    finished("p3", { ref: "bai-b" });
    expect((await h.deps.indicator.count("basic-skills", cut)).numerator).toBe(1);
    expect((await h.deps.indicator.count("basic-skills", cut)).version).toBe("basic-skills/1:co-ban(bai-a,bai-b)");
  });

  test("villages, audiences and months add up to the commune", async () => {
    for (const [i, village] of ["v1", "v1", "v2", null, null].entries())
      finished(`p${i}`, { village, audience: i % 2 ? "farmer" : null, at: NOON - 1 - i * 20 * DAY });
    const set = await h.deps.indicator.figureSet("a-xa", parsePeriod("2026-11") ?? expect.fail());
    const by = (village: string | null) =>
      set.places.slice(1).find((p) => p.village === village)?.figures.reach.numerator ?? 0;
    expect(by("v1") + by("v2") + by(null)).toBe(set.places[0].figures.reach.numerator);
    expect(set.audiences.map((a) => [a.audience, a.reach])).toEqual([
      ["farmer", 2],
      [null, 3],
    ]);
    expect(set.trend).toEqual({
      months: ["2026-09", "2026-10", "2026-11"],
      reach: [2, 3, 5],
      "basic-skills": [0, 0, 0],
    });
  });

  test("with the denominator of the cut-off", async () => {
    adults(h, "a-xa", null, 200, "2026-06-30");
    finished("p1");
    expect(await h.deps.indicator.count("reach", cut)).toMatchObject({
      numerator: 1,
      denominator: 200,
      value: 0.5,
      cutoff: NOON,
    });
    expect(
      await h.deps.indicator.count("reach", { commune: "a-xa", cutoff: startOfDay("2026-06-01") ?? 0 }),
    ).toMatchObject({ numerator: 0, denominator: null, value: null });
  });
});
