import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Declared, selfFigure, wilson } from "../../src/indicator/declared.ts";
import { questionOf, selfDefinitions, selfIds } from "../../src/indicator/self.ts";
import { startOfDay } from "../../src/kit/vietnam-time.ts";

// One figure made of answers written down here; what the database counts is in declared.test.ts.

const cutoff = startOfDay("2026-11-22") ?? expect.fail();
const said = (learners: number, more: object = {}) => ({
  village: "v1",
  audience: null,
  sample: false,
  learners,
  ...more,
});
const row = (value: number, village: string | null, more: object = {}) => ({
  population: "adults",
  village,
  value,
  asOf: "2026-06-30",
  source: "Công an xã",
  enteredAt: 0,
  sample: false,
  ...more,
});
const none = { yes: [], no: [] };
const answers = (cashless: Declared["self:cashless"]): Declared => ({
  "self:vneid-level2": { yes: [said(77)], no: [said(77)] },
  "self:digital-services": none,
  "self:public-services": none,
  "self:cashless": cashless,
  "self:signature": none,
});
const figure = (given: Declared["self:cashless"], rows = [row(400, null)], place = {}) =>
  selfFigure(selfDefinitions["self:cashless"], answers(given), rows, cutoff, place);

describe("what people say of themselves", () => {
  test("is a share of those who answered this question, and at least so many of all residents", () => {
    expect(figure({ yes: [said(20), said(10, { village: null })], no: [said(18)] })).toMatchObject({
      indicator: "self:cashless",
      selfDeclared: true,
      numerator: 30,
      answered: 48,
      value: 62.5,
      atLeast: { value: 7.5, residents: 400 },
      sample: false,
    });
  });

  test("of a village is over its own residents; of an audience and of those who never said where, over nobody", () => {
    const given = {
      yes: [said(3), said(5, { village: "v2", audience: "nong-dan" }), said(1, { village: null })],
      no: [],
    };
    const rows = [row(400, null), row(60, "v1")];
    expect(figure(given, rows, { village: "v1" }).atLeast).toEqual({ value: 5, residents: 60 });
    expect(figure(given, rows, { village: "v2" })).toMatchObject({ numerator: 5, atLeast: null });
    expect(figure(given, rows, { village: null })).toMatchObject({ numerator: 1, atLeast: null });
    expect(figure(given, rows, { audience: "nong-dan" })).toMatchObject({ numerator: 5, atLeast: null });
  });

  test("says nothing of residents whose number is nought", () => {
    expect(figure({ yes: [said(3)], no: [] }, [row(0, null)]).atLeast).toBeNull();
  });

  test("is sample as soon as an answer or the number of residents is", () => {
    expect(figure({ yes: [said(1, { sample: true })], no: [] }).sample).toBe(true);
    expect(figure({ yes: [], no: [said(1, { sample: true })] }).sample).toBe(true);
    expect(figure({ yes: [said(1)], no: [] }, [row(400, null, { sample: true })]).sample).toBe(true);
    expect(figure({ yes: [said(1)], no: [] }, []).sample).toBe(false);
  });

  test("has a definition for each question, under its own name, in both languages", () => {
    for (const id of selfIds) {
      const { title, numerator, denominator, ...rest } = selfDefinitions[id];
      expect(rest).toEqual({ id, version: `${id}/1` });
      expect(`self:${questionOf(id)}`).toBe(id);
      for (const words of [title, numerator, denominator]) expect(words.vi).not.toBe(words.en);
    }
  });
});

describe("the interval", () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  test.each([
    [81, 263, 25.53, 36.62],
    [15, 148, 6.24, 16.05],
    [0, 20, 0, 16.11],
    [1, 29, 0.61, 17.18],
  ])("of %i in %i is %f to %f, as in the literature, to a tenth", (yes, of, low, high) => {
    const said = wilson(yes, of) ?? expect.fail();
    expect(Math.abs(said.low - low)).toBeLessThan(0.0501);
    expect(Math.abs(said.high - high)).toBeLessThan(0.0501);
  });

  test("is none while nobody answered", () => {
    expect([wilson(0, 0), wilson(0, -1)]).toEqual([null, null]);
    expect(wilson(0, 1)).not.toBeNull();
  });

  test("lies within 0 and 100, holds the share itself, mirrors itself, and narrows with more answers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        const yes = Math.round(of * share);
        const { low, high } = wilson(yes, of) ?? expect.fail();
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect(low).toBeLessThanOrEqual((100 * yes) / of + 0.05);
        expect(high).toBeGreaterThanOrEqual((100 * yes) / of - 0.05);
        const turned = wilson(of - yes, of) ?? expect.fail();
        expect(turned.low).toBeCloseTo(100 - high, 6);
        const more = wilson(4 * yes, 4 * of) ?? expect.fail();
        expect(more.high - more.low).toBeLessThanOrEqual(high - low + 0.1);
      }),
    );
  });
});
