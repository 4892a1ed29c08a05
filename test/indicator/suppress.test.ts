import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { largest, mayShowActive, SMALLEST, type Suppressed, suppress } from "../../src/indicator/suppress.ts";

// What a reader can know is computed here, not believed: every table of a small world is published by the rule, and
// tables that look the same from outside are put together. A hidden cell is known as well as its values in such a
// class are few. The reader knows the rule, because whoever is outside the class would have been published differently.

const mapOf = (cells: readonly number[]): Map<string, number> => new Map(cells.map((n, i) => [`x${i}`, n]));
const sum = (cells: readonly number[]): number => cells.reduce((a, b) => a + b, 0);

/** All lists of `length` numbers, each from `least[i]` to `most`. */
function* lists(length: number, most: number, least: readonly number[] = []): Generator<readonly number[]> {
  if (length === 0) return yield [];
  for (const before of lists(length - 1, most, least))
    for (let n = least[length - 1] ?? 0; n <= most; n++) yield [...before, n];
}

/** Collects, for each thing published, the least and the most that every hidden cell can be. */
const reader = () => {
  const classes = new Map<string, { readonly least: number[]; readonly most: number[] }>();
  return {
    /** `secrets`: the true numbers of what is hidden in `published`. */
    sees: (published: string, secrets: readonly number[]): void => {
      const known = classes.get(published);
      if (!known) return void classes.set(published, { least: [...secrets], most: [...secrets] });
      for (const [i, n] of secrets.entries()) {
        known.least[i] = Math.min(known.least[i] ?? n, n);
        known.most[i] = Math.max(known.most[i] ?? n, n);
      }
    },
    /** How narrow the best known secret is, and where. */
    narrowest: (): { readonly width: number; readonly published: string } => {
      let best = { width: Number.POSITIVE_INFINITY, published: "nothing is hidden anywhere" };
      for (const [published, { least, most }] of classes)
        for (const [i, n] of least.entries())
          if ((most[i] ?? n) - n < best.width) best = { width: (most[i] ?? n) - n, published };
      return best;
    },
    classes,
  };
};

const shownAs = ({ cells, atLeast, hidden }: Suppressed<string>): string =>
  `${hidden > 0 ? "≥" : ""}${atLeast}=${[...cells.values()].map((n) => n ?? "?").join("+")}`;
const hiddenOf = (cells: readonly number[], { cells: shown }: Suppressed<string>): number[] =>
  cells.filter((_, i) => shown.get(`x${i}`) === null);
describe("small cells", () => {
  test("of every table up to six cells of 0 to 9 cannot be known better than an interval of 3", () => {
    for (let length = 1; length <= 6; length++) {
      const seen = reader();
      for (const counts of lists(length, 9)) {
        const shown = suppress(mapOf(counts));
        seen.sees(shownAs(shown), hiddenOf(counts, shown));
      }
      expect(seen.narrowest().width, seen.narrowest().published).toBeGreaterThanOrEqual(3);
    }
  });

  test("stay unknown to who reads two months, or two indicators one of which holds the other", () => {
    for (const [length, most] of [
      [1, 9],
      [2, 9],
      [3, 9],
      [4, 6],
    ] as const) {
      const seen = reader();
      for (const earlier of lists(length, most))
        for (const later of lists(length, most, earlier)) {
          const before = suppress(mapOf(earlier));
          const after = suppress(mapOf(later));
          seen.sees(`${shownAs(before)} then ${shownAs(after)}`, [
            ...hiddenOf(earlier, before),
            ...hiddenOf(later, after),
          ]);
        }
      expect(seen.narrowest().width, seen.narrowest().published).toBeGreaterThanOrEqual(3);
    }
  });

  test("an order of groups beside them bounds nothing: a small group can still be anything from 0 to 4", () =>
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 4, maxLength: 8 }), fc.nat(40), (groups, unsaid) => {
        const people = suppress(mapOf([sum(groups) + unsaid]));
        const order = largest(mapOf(groups), people);
        if (order.length === 0) return;
        for (const [i, n] of groups.entries())
          for (let other = 0; n < SMALLEST && other < SMALLEST; other++) {
            // Whoever is moved out of the small group, or into it, is one of those who did not say, or of another group.
            const moved = groups.map((g, j) => (j === i ? other : g));
            const same = [-1, ...groups.keys()].some((from) => {
              const world = moved.map((g, j) => (j === from ? g + n - other : g));
              const rest = sum(groups) + unsaid - sum(world);
              return from !== i && rest >= 0 && largest(mapOf(world), people).join() === order.join();
            });
            expect(same, `${groups} with ${i} as ${other}`).toBe(true);
          }
      }),
      { numRuns: 5000 },
    ));

  test("stay unknown beside the number of people active in the month, in the first month too", () => {
    for (const first of [true, false]) {
      const seen = reader();
      for (const villages of first ? [[0, 0]] : lists(2, 8))
        for (const later of lists(2, 8, villages)) {
          const before = suppress(mapOf(villages));
          const after = suppress(mapOf(later));
          for (let active = sum(later) - sum(villages); active <= 26; active++) {
            const given = mayShowActive(active, [{ before, after }]);
            seen.sees(`${shownAs(before)} then ${shownAs(after)}, active ${given ? active : "?"}`, [
              ...hiddenOf(villages, before),
              ...hiddenOf(later, after),
              ...(given ? [] : [active]),
            ]);
          }
        }
      expect(seen.narrowest().width, seen.narrowest().published).toBeGreaterThanOrEqual(3);
    }
  });

  test("the reader of these tests finds what a weaker rule gives away", () => {
    const seen = reader();
    for (const counts of lists(3, 9)) {
      const exact = sum(counts);
      const shown = suppress(mapOf(counts));
      seen.sees(`${exact}=${shownAs(shown)}`, hiddenOf(counts, shown));
    }
    // 13 = 5 + ? + ?: with the exact total both are 4.
    expect(seen.narrowest().width).toBe(0);
    expect(seen.classes.get("13=≥5=5+?+?")).toEqual({ least: [4, 4], most: [4, 4] });
  });
});
