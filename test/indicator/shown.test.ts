import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largest, mayShowActive, type Suppressed, suppress } from "../../src/indicator/suppress.ts";

// The rules one by one; that they give nothing away is proven in suppress.test.ts.

const shown = (atLeast: number, hidden = 0): Suppressed<string> => ({ cells: new Map(), hidden, atLeast });
const groups = (...counts: readonly number[]) => new Map(counts.map((n, i) => [`g${i}`, n]));

describe("small cells", () => {
  test("are hidden, others shown as they are, and the total says only what is shown", () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(8), fc.nat(3000)), { minLength: 1, maxLength: 20 }), (counts) => {
        const { cells, hidden, atLeast } = suppress(groups(...counts));
        const nobody = counts.every((n) => n === 0);
        for (const [i, n] of counts.entries()) expect(cells.get(`g${i}`)).toBe(nobody || n >= 5 ? n : null);
        expect(hidden).toBe([...cells.values()].filter((n) => n === null).length);
        expect(atLeast).toBe([...cells.values()].reduce((all: number, n) => all + (n ?? 0), 0));
      }),
    ));
});

test("nobody at all is no small group: every cell is a shown nought", () => {
  const { cells, hidden, atLeast } = suppress(groups(0, 0, 0));
  expect([[...cells.values()], hidden, atLeast]).toEqual([[0, 0, 0], 0, 0]);
  expect(suppress(groups(0, 1)).hidden).toBe(2);
});

describe("the largest groups", () => {
  test("are three, in order, whatever the order they come in", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 10, max: 999 }), { minLength: 3, maxLength: 8 }), (counts) => {
        const order = largest(groups(...counts), shown(100)).map((key) => counts[Number(key.slice(1))]);
        expect(order).toEqual(counts.toSorted((a, b) => b - a).slice(0, 3));
      }),
    );
  });

  test("are named only where the third has ten people", () => {
    expect(largest(groups(50, 40, 10), shown(100))).toEqual(["g0", "g1", "g2"]);
    expect(largest(groups(50, 41, 9), shown(100))).toEqual([]);
    expect(largest(groups(50, 41, 9, 9, 9), shown(118))).toEqual([]);
  });

  test("are named only where there are three", () => {
    expect(largest(groups(60, 60), shown(120))).toEqual([]);
    expect(largest(groups(), shown(120))).toEqual([]);
  });

  test("are named only of a hundred people at least, counting what is shown and not what is hidden", () => {
    expect(largest(groups(40, 40, 20), shown(100))).toHaveLength(3);
    expect(largest(groups(40, 40, 19), shown(99))).toEqual([]);
    expect(largest(groups(40, 40, 19), shown(99, 10))).toEqual([]);
  });
});

describe("the number of people active in a month", () => {
  const may = (active: number, ...increases: readonly (readonly [Suppressed<string>, Suppressed<string>])[]) =>
    mayShowActive(
      active,
      increases.map(([before, after]) => ({ before, after })),
    );

  test("is shown from five above the increase on", () => {
    expect([16, 15, 14].map((n) => may(n, [shown(20), shown(30)]))).toEqual([true, true, false]);
  });

  test("a hidden cell of after may hold four, one of before may hold none", () => {
    // From 20, and anything to 28, to 30, and anything to 42: at most 22 more.
    expect([27, 26].map((n) => may(n, [shown(20, 2), shown(30, 3)]))).toEqual([true, false]);
  });

  test("fewer than before is no increase, and still five are needed", () => {
    expect([5, 4].map((n) => may(n, [shown(30), shown(20)]))).toEqual([true, false]);
    expect([5, 4].map((n) => may(n, [shown(20), shown(20)]))).toEqual([true, false]);
  });

  test("must be above the increase of every indicator, not of one", () => {
    const [small, large] = [[shown(0), shown(5)] as const, [shown(0), shown(50)] as const];
    expect([may(20, small, large), may(20, large, small), may(20, small), may(55, small, large)]).toEqual([
      ...[false, false, true, true],
    ]);
    expect(may(0)).toBe(true);
  });

  test("is never below an increase that is possible, whatever was published", () => {
    const table = fc.array(fc.nat(12), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, table, fc.nat(80), (before, after, active) => {
        const most = after.reduce((a, b) => a + b, 0) - before.reduce((a, b) => a + b, 0);
        if (mayShowActive(active, [{ before: suppress(groups(...before)), after: suppress(groups(...after)) }]))
          expect(active).toBeGreaterThanOrEqual(Math.max(0, most) + 5);
      }),
    );
  });
});
