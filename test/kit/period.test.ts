import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lastMonths, parsePeriod, periodAt, periodLabel } from "../../src/kit/period.ts";
import { DAY, dayOf, startOfDay } from "../../src/kit/vietnam-time.ts";

const kinds = ["month", "quarter", "half-year", "year"] as const;
const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2099, 0, 1) });

describe("a period", () => {
  test("begins and ends at midnight in Viet Nam", () => {
    const november = parsePeriod("2026-11");
    expect(new Date(november?.from ?? 0).toISOString()).toBe("2026-10-31T17:00:00.000Z");
    expect(new Date(november?.to ?? 0).toISOString()).toBe("2026-11-30T17:00:00.000Z");
    // Eight in the evening of the last day, UTC, is the next month in Viet Nam.
    expect(periodAt("month", Date.parse("2026-11-30T16:59:59.999Z")).key).toBe("2026-11");
    expect(periodAt("month", Date.parse("2026-11-30T17:00:00Z")).key).toBe("2026-12");
  });

  test("holds its moment, and its neighbours touch it without a gap or an overlap", () =>
    fc.assert(
      fc.property(moment, fc.constantFrom(...kinds), (at, kind) => {
        const here = periodAt(kind, at);
        expect(here.from <= at && at < here.to).toBe(true);
        expect(periodAt(kind, here.to).from).toBe(here.to);
        expect(periodAt(kind, here.from - 1).to).toBe(here.from);
        expect(parsePeriod(here.key)).toEqual(here);
      }),
    ));

  test("the longer ones are made of whole months", () =>
    fc.assert(
      fc.property(moment, (at) => {
        for (const [kind, n] of [
          ["quarter", 3],
          ["half-year", 6],
          ["year", 12],
        ] as const) {
          const long = periodAt(kind, at);
          const months = lastMonths(long.to - 1, n);
          expect(months[0]?.from).toBe(long.from);
          expect(months.map((m) => m.to - m.from).reduce((a, b) => a + b, 0)).toBe(long.to - long.from);
        }
      }),
    ));

  test("both days of a custom one are inside", () => {
    const days = parsePeriod("2026-11-01..2026-11-22");
    expect(days && (days.to - days.from) / DAY).toBe(22);
    expect(periodLabel(days ?? { kind: "custom", from: 0, to: 0 }, "vi")).toBe("01/11/2026–22/11/2026");
  });

  test("is read from nothing that is none", () => {
    for (const key of [
      "",
      "2026-13",
      "2026-00",
      "2026-q5",
      "2026-h3",
      "2026-02-30..2026-03-01",
      "2026-11-22..2026-11-01",
      "26-11",
      "2026-11; DROP",
      "__proto__",
    ])
      expect(parsePeriod(key), key).toBeNull();
  });

  test("has a name in both languages", () => {
    const names = ["2026-11", "2026-q4", "2026-h2", "2026"].map((key) => {
      const period = parsePeriod(key);
      return period && [periodLabel(period, "vi"), periodLabel(period, "en")];
    });
    expect(names).toEqual([
      ["Tháng 11/2026", "November 2026"],
      ["Quý IV/2026", "Q4 2026"],
      ["6 tháng cuối năm 2026", "Second half of 2026"],
      ["Năm 2026", "2026"],
    ]);
  });

  test("days come back as themselves", () =>
    fc.assert(fc.property(moment, (at) => dayOf(startOfDay(dayOf(at)) ?? 0) === dayOf(at))));
});
