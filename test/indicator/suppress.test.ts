import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SMALLEST, suppress } from "../../src/indicator/suppress.ts";

const counts = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 3000 })), { minLength: 1, maxLength: 20 })
  .map((list) => new Map(list.map((n, i) => [`x${i}`, n])));

/** What a reader can work out: the least and the most a hidden cell may be, from the total and the cells shown. */
const bounds = ({ total, cells }: ReturnType<typeof suppress<string>>): { least: number; most: number } => {
  if (total === null) return { least: 0, most: SMALLEST - 1 };
  const rest = total - [...cells.values()].reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const hidden = [...cells.values()].filter((n) => n === null).length;
  return hidden === 1 ? { least: rest, most: rest } : { least: 0, most: rest };
};

describe("small cells", () => {
  test("are never shown, whatever the counts, unless nobody has begun at all", () =>
    fc.assert(
      fc.property(counts, (given) => {
        const shown = suppress(given);
        const nobody = [...given.values()].every((n) => n === 0);
        for (const [key, n] of shown.cells)
          if (n !== null) expect(nobody || (n >= SMALLEST && n === given.get(key))).toBe(true);
        if (shown.total !== null && !nobody) expect(shown.total).toBeGreaterThanOrEqual(SMALLEST);
      }),
    ));

  test("cannot be worked out from the total: each may be anything from 0 to at least 5", () =>
    fc.assert(
      fc.property(counts, (given) => {
        const shown = suppress(given);
        if (![...shown.cells.values()].includes(null) || shown.total === null) return;
        const { least, most } = bounds(shown);
        expect(least).toBe(0);
        expect(most).toBeGreaterThanOrEqual(SMALLEST);
      }),
      { numRuns: 1000 },
    ));

  test("take as few others with them as it needs", () => {
    expect([...suppress(new Map(Object.entries({ a: 3, b: 40, c: 7 }))).cells]).toEqual([
      ["a", null],
      ["b", 40],
      ["c", null],
    ]);
    expect([...suppress(new Map(Object.entries({ a: 5, b: 40 }))).cells]).toEqual([
      ["a", 5],
      ["b", 40],
    ]);
    expect([...suppress(new Map(Object.entries({ a: 1, b: 1, c: 90, d: 60 }))).cells]).toEqual([
      ["a", null],
      ["b", null],
      ["c", 90],
      ["d", null],
    ]);
  });

  test("a total below five is hidden with all its cells; nobody is not a small group", () => {
    expect(
      suppress(
        new Map([
          ["a", 4],
          ["b", 0],
        ]),
      ),
    ).toEqual({
      total: null,
      cells: new Map([
        ["a", null],
        ["b", null],
      ]),
    });
    expect(suppress(new Map([["a", 0]])).total).toBe(0);
  });
});
