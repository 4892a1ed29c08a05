import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Target } from "../../src/communes/schema.ts";
import { marksFor } from "../../src/indicator/target-marks.ts";
import { commune } from "../desk/commune.ts";

const [first] = commune("a-xa").targets;
if (!first) throw new Error("the commune of the tests has no target");
const target = (more: Partial<Target>): Target => ({ ...first, indicator: "reach", unit: "%", ...more });
const reached = (operator: Target["operator"], at: number, value: number): boolean | null =>
  marksFor("reach", [target({ operator, value: at })], 2026, value)[0]?.reached ?? null;

describe("whether a target is met", () => {
  test.each([
    // below, exactly, above
    [">=", [false, true, true]],
    [">", [false, false, true]],
    ["=", [false, true, true]],
    ["<=", [true, true, false]],
  ] as const)("%s, a tenth below it, exactly on it and a tenth above it", (operator, expected) => {
    expect([59.9, 60, 60.1].map((value) => reached(operator, 60, value))).toEqual(expected);
  });

  test("goes by the words of the plan for any figure and any target", () => {
    // Few values, so that often the figure is exactly the target.
    const percent = fc.integer({ min: 595, max: 605 }).map((n) => n / 10);
    fc.assert(
      fc.property(percent, percent, (at, value) => {
        expect(reached(">=", at, value)).toBe(!(value < at));
        expect(reached("=", at, value)).toBe(!(value < at));
        expect(reached(">", at, value)).toBe(!(value < at) && value !== at);
        expect(reached("<=", at, value)).toBe(value < at || value === at);
      }),
    );
  });

  test("is not said while there is no figure", () => {
    for (const operator of [">=", ">", "=", "<="] as const)
      expect(marksFor("reach", [target({ operator, value: 60 })], 2026, null)[0]?.reached).toBeNull();
  });
});

describe("marks on a bar", () => {
  test("are the percents named for this indicator, and nothing else", () => {
    const marks = marksFor(
      "reach",
      [
        target({ id: "yes", value: 30 }),
        target({ id: "of another indicator", indicator: "active" }),
        target({ id: "people, not percent", unit: "người" }),
        target({ id: "no unit", unit: null }),
        target({ id: "two ends", operator: "between", value: [30, 40] }),
        target({ id: "a task", operator: "do", value: null }),
      ],
      2026,
      50,
    );
    expect(marks.map((m) => [m.target.id, m.at])).toEqual([["yes", 30]]);
  });

  test("stand by horizon, and what has none stands last", () => {
    const marks = marksFor(
      "reach",
      [null, 2030, 2026, 2035].map((horizon) => target({ id: `${horizon}`, horizon })),
      2026,
      50,
    );
    expect(marks.map((m) => m.target.id)).toEqual(["2026", "2030", "2035", "null"]);
    expect(marks.map((m) => m.standing)).toEqual(["active", "later", "later", "undated"]);
  });
});
