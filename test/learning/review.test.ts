import fc from "fast-check";
import { expect, test } from "vitest";
import { dayMs, doneBox, dueAt, type ReviewItem, sitting } from "../../src/learning/review.ts";

const now = Date.UTC(2026, 10, 23, 2);
const item = fc.record({
  item: fc.string({ minLength: 1, maxLength: 8 }),
  version: fc.constant(""),
  box: fc.integer({ min: 0, max: doneBox }),
  at: fc.integer({ min: now - 100 * dayMs, max: now }),
});
const items = fc.uniqueArray(item, { selector: (i) => i.item, maxLength: 40 });
const due = (i: ReviewItem): number => dueAt(i) ?? Number.POSITIVE_INFINITY;

test.each([
  [0, 1],
  [1, 3],
  [2, 7],
  [3, 21],
  [4, 60],
])("in box %i it waits %i days", (box, days) =>
  expect(dueAt({ item: "a/b", version: "", box, at: now })).toBe(now + days * dayMs));
test("what was right after sixty days is done", () =>
  expect(dueAt({ item: "a/b", version: "", box: doneBox, at: 0 })).toBeNull());

test("a sitting asks what is due, the most overdue, three at most; with nothing due it says when something is", () => {
  fc.assert(
    fc.property(items, (all) => {
      const { ask, next } = sitting(all, now);
      const left = all.filter((i) => !ask.includes(i));
      expect(ask.length).toBe(Math.min(3, all.filter((i) => due(i) <= now).length));
      for (const a of ask) {
        expect(due(a)).toBeLessThanOrEqual(now);
        for (const l of left) expect(due(a)).toBeLessThanOrEqual(due(l));
      }
      const soonest = Math.min(...all.map(due));
      expect(next).toBe(ask.length > 0 || soonest === Number.POSITIVE_INFINITY ? null : soonest);
      if (next !== null) expect(sitting(all, next).ask.length).toBeGreaterThan(0);
    }),
  );
});

test("the order things are read in does not change what is asked", () => {
  fc.assert(
    fc.property(items, (all) => {
      expect(sitting([...all].reverse(), now)).toEqual(sitting(all, now));
    }),
  );
});
