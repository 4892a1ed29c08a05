import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { selfFigure, wilson } from "../../src/indicator/declared.ts";
import type { Place } from "../../src/indicator/groups.ts";
import { questionOf, type SelfId, selfDefinitions, selfIds } from "../../src/indicator/self.ts";
import { parsePeriod } from "../../src/kit/period.ts";
import { DAY, startOfDay } from "../../src/kit/vietnam-time.ts";
import { learnerCounts } from "../../src/store/sqlite/cold/learners.ts";
import { adults, fact, type House, house, NOON, person } from "../desk/house.ts";

let h: House;
beforeAll(async () => {
  h = await house();
});
afterAll(() => h.close());
beforeEach(() => {
  h.db.exec("DELETE FROM learning_events; DELETE FROM learners; DELETE FROM denominators");
  h.time.now = NOON;
});

/** The figure of one question as the pages get it, over everything before a moment. */
const figureOf = async (id: SelfId, cutoff: number, place: Place = {}, commune = "a-xa") => {
  h.time.now = Math.max(h.time.now, cutoff);
  const declared = await learnerCounts(h.cold).declared(commune, { cutoff });
  const rows = await h.deps.indicator.denominators(commune);
  return selfFigure(selfDefinitions[id], declared, rows, cutoff, place);
};

const BASE = startOfDay("2026-10-30") ?? 0;
const anEvent = fc.record({
  learner: fc.constantFrom("p1", "p2", "p3", "p4", "p5"),
  what: fc.constantFrom("self-assessed", "self-assessed", "self-assessed", "lesson-finished", "consent-given"),
  ref: fc.constantFrom(...selfIds.slice(0, 2).map(questionOf), "something-else"),
  answer: fc.constantFrom("yes", "yes", "no", "no", "unsure"),
  village: fc.constantFrom("v1", "v2", null),
  audience: fc.constantFrom("farmer", "official", null),
  adult: fc.constantFrom(1 as const, 1 as const, 1 as const, 0 as const),
  // Close together and often at the same moment, so that the newest must be told from the almost newest.
  at: fc.integer({ min: 0, max: 8 }).map((n) => BASE + n * (DAY / 2)),
});
type AnEvent = typeof anEvent extends fc.Arbitrary<infer T> ? T : never;
const people = fc.dictionary(fc.constantFrom("p1", "p2", "p3"), fc.constantFrom("yes", "no", "unasked", "erased"));

/** The definition once more, as plainly as it can be said. */
const naive = (
  id: SelfId,
  events: readonly AnEvent[],
  consents: Readonly<Record<string, string>>,
  cutoff: number,
  place: Place,
) => {
  const before = events
    .map((e, i) => ({ ...e, i }))
    .filter((e) => e.at < cutoff)
    .sort((a, b) => a.at - b.at || a.i - b.i);
  const counted = [...new Set(before.map((e) => e.learner))].filter((p) => {
    const last = before.findLast((e) => e.learner === p);
    return (
      last?.adult === 1 &&
      ["yes", "erased", undefined].includes(consents[p]) &&
      (place.village === undefined || last.village === place.village) &&
      (place.audience === undefined || last.audience === place.audience)
    );
  });
  const newest = counted.map(
    (p) =>
      before.findLast((e) => e.learner === p && e.adult === 1 && e.what === "self-assessed" && e.ref === questionOf(id))
        ?.answer,
  );
  const yes = newest.filter((a) => a === "yes").length;
  return { numerator: yes, answered: yes + newest.filter((a) => a === "no").length };
};

test("what the database counts is what the definition says, for any history", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anEvent, { maxLength: 40 }),
      people,
      fc.integer({ min: 0, max: 9 }),
      async (events, consents, until) => {
        h.db.exec("DELETE FROM learning_events; DELETE FROM learners");
        h.db.transaction(() => {
          for (const e of events)
            fact(h, "a-xa", { ...e, data: e.what === "self-assessed" ? { answer: e.answer } : {} });
          for (const [id, consent] of Object.entries(consents)) {
            person(h, "a-xa", id, { consent: consent === "erased" ? "no" : consent });
            if (consent === "erased") h.db.prepare("UPDATE learners SET erased_at = 1 WHERE id = ?").run(id);
          }
        })();
        const cutoff = BASE + until * (DAY / 2);
        for (const id of selfIds.slice(0, 3))
          for (const place of [{}, { village: "v1" }, { village: null }, { audience: "farmer" }])
            expect(await figureOf(id, cutoff, place)).toMatchObject(naive(id, events, consents, cutoff, place));
        expect((await figureOf("self:vneid-level2", cutoff, {}, "b-xa")).answered).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

const says = (learner: string, answer: string, at: number, more: object = {}) =>
  fact(h, "a-xa", { learner, what: "self-assessed", ref: "cashless", data: { answer }, at, ...more });

describe("a self-declared figure", () => {
  test("carries what it takes to defend it, and says over whom it is", async () => {
    adults(h, "a-xa", null, 400, "2026-06-30");
    for (let n = 0; n < 48; n++) says(`p${n}`, n < 30 ? "yes" : "no", NOON - DAY);
    says("unsure", "unsure", NOON - DAY);
    expect(await figureOf("self:cashless", NOON)).toEqual({
      indicator: "self:cashless",
      version: "self:cashless/1",
      selfDeclared: true,
      numerator: 30,
      answered: 48,
      value: 62.5,
      interval: { low: 48.4, high: 74.8 },
      atLeast: { value: 7.5, residents: 400 },
      cutoff: NOON,
      sample: false,
    });
  });

  test("counts the newest answer; being unsure now takes an earlier one back", async () => {
    says("p1", "no", NOON - 3 * DAY);
    says("p1", "yes", NOON - 2 * DAY);
    says("p1", "unsure", NOON - DAY);
    const at = async (cutoff: number) => {
      const { numerator, answered } = await figureOf("self:cashless", cutoff);
      return [numerator, answered];
    };
    expect(await at(NOON - 2 * DAY)).toEqual([0, 1]);
    expect(await at(NOON - DAY)).toEqual([1, 1]);
    expect(await at(NOON)).toEqual([0, 0]);
  });

  test("has no value and no interval while nobody answered, and none is invented", async () => {
    expect(await figureOf("self:signature", NOON)).toMatchObject({ value: null, interval: null, atLeast: null });
  });

  test("villages and audiences add up to the commune", async () => {
    for (const [i, village] of ["v1", "v1", "v2", null, null].entries())
      says(`p${i}`, i % 2 ? "yes" : "no", NOON - DAY, { village, audience: i < 2 ? "farmer" : null });
    const answered = async (place: Place) => (await figureOf("self:cashless", NOON, place)).answered;
    expect(
      (await answered({ village: "v1" })) + (await answered({ village: "v2" })) + (await answered({ village: null })),
    ).toBe(5);
    expect((await answered({ audience: "farmer" })) + (await answered({ audience: null }))).toBe(5);
  });

  test("is not learning: nobody is reached or active by it", async () => {
    says("p1", "yes", NOON - DAY);
    const november = parsePeriod("2026-11") ?? expect.fail();
    expect((await h.deps.indicator.count("active", { commune: "a-xa", period: november })).numerator).toBe(0);
    expect((await h.deps.indicator.count("reach", { commune: "a-xa", cutoff: NOON })).numerator).toBe(0);
  });

  test("is sample when one of those counted is", async () => {
    person(h, "a-xa", "p1", { sample: 1 });
    says("p1", "yes", NOON - DAY);
    expect((await figureOf("self:cashless", NOON)).sample).toBe(true);
  });
});

test("there is one definition an indicator, in both languages, and each says that it is self-declared", () => {
  expect(Object.keys(selfDefinitions).sort()).toEqual([...selfIds].sort());
  for (const d of Object.values(selfDefinitions)) {
    expect(d.version).toBe(`${d.id}/1`);
    expect(d.numerator.vi).toContain("Tự khai, chưa đối chiếu");
    expect(d.denominator.vi).toContain("Trong số người từ 16 tuổi đã tự trả lời");
    expect(d.denominator.en).toContain("Not the residents of the commune");
  }
});

test("the Wilson interval holds the share and never leaves 0 to 100", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(wilson(0, 3)).toEqual({ low: 0, high: 56.1 });
  expect(wilson(3, 3)).toEqual({ low: 43.9, high: 100 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
      const yes = Math.round(of * share);
      const { low, high } = wilson(yes, of) ?? expect.fail();
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(100);
      expect(low - 0.1).toBeLessThanOrEqual((yes / of) * 100);
      expect(high + 0.1).toBeGreaterThanOrEqual((yes / of) * 100);
    }),
  );
});
