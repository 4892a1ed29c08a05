import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byMonth, type Group, hasSample, total } from "../../src/indicator/groups.ts";

const villages = ["v1", "v2", null] as const;
const audiences = ["farmer", "official", null] as const;
const group = fc.record({
  village: fc.constantFrom(...villages),
  audience: fc.constantFrom(...audiences),
  sample: fc.boolean(),
  learners: fc.nat(50),
  month: fc.constantFrom("2025-12", "2026-01", "2026-02"),
});
const groups = fc.array(group, { maxLength: 20 });
const learners = (counted: readonly Group[]): number => counted.reduce((sum, g) => sum + g.learners, 0);

describe("learners of a place", () => {
  test("are those of that village and that audience; a field left out is all, null is who never said", () => {
    fc.assert(
      fc.property(groups, (all) => {
        expect(total(all)).toBe(learners(all));
        for (const village of villages) {
          expect(total(all, { village })).toBe(learners(all.filter((g) => g.village === village)));
          for (const audience of audiences) {
            expect(total(all, { audience })).toBe(learners(all.filter((g) => g.audience === audience)));
            const both = all.filter((g) => g.village === village && g.audience === audience);
            expect(total(all, { village, audience })).toBe(learners(both));
          }
        }
      }),
    );
  });

  test("add up to all of them, by village, by audience and by month", () => {
    fc.assert(
      fc.property(groups, (all) => {
        expect(villages.reduce((sum, village) => sum + total(all, { village }), 0)).toBe(total(all));
        expect(audiences.reduce((sum, audience) => sum + total(all, { audience }), 0)).toBe(total(all));
        expect(byMonth(all, ["2026-02"])).toEqual([total(all)]);
      }),
    );
  });
});

describe("months", () => {
  test("hold who was counted in them and before them", () => {
    const of = (month: string, count: number): Group => ({
      village: null,
      audience: null,
      sample: false,
      learners: count,
      month,
    });
    const all = [of("2026-01", 3), of("2025-12", 2), of("2026-03", 5)];
    expect(byMonth(all, ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03"])).toEqual([0, 2, 5, 5, 10]);
  });
});

describe("sample people", () => {
  const of = (sample: boolean, learners: number) => ({ village: null, audience: null, sample, learners });
  test("show when at least one of them is counted", () => {
    expect(hasSample([])).toBe(false);
    expect(hasSample([of(false, 5)])).toBe(false);
    expect(hasSample([of(false, 5), of(true, 0)])).toBe(false);
    expect(hasSample([of(false, 5), of(true, 1)])).toBe(true);
  });
});
