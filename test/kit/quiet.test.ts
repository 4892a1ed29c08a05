import fc from "fast-check";
import { expect, test } from "vitest";
import { awake, DAY, type Quiet, startOfDay } from "../../src/kit/vietnam-time.ts";

const midnight = startOfDay("2026-11-24") ?? expect.fail();
const minute = 60_000;
const at = (hour: number, minutes = 0, ms = 0): number => midnight + hour * 60 * minute + minutes * minute + ms;

test.each([
  ["the middle of the day", { from: 12 * 60, to: 13 * 60 + 30 }, at(12), at(13, 30)],
  ["the night", { from: 21 * 60, to: 6 * 60 }, at(21), at(30)],
] as const)("%s is quiet from its first moment to its last, and no longer", (_, quiet, from, to) => {
  expect(awake(from - 1, [quiet])).toBe(from - 1);
  for (const inside of [from, from + 1, to - minute, to - 1]) expect(awake(inside, [quiet])).toBe(to);
  expect(awake(to, [quiet])).toBe(to);
  // The last minute of the day before ends the same night.
  expect(awake(from - DAY + 1, [quiet])).toBe(to - DAY);
});

test("two quiet times that touch are one", () => {
  const quiet = [
    { from: 5 * 60, to: 7 * 60 },
    { from: 21 * 60, to: 5 * 60 },
  ];
  expect(awake(at(22), quiet)).toBe(at(31));
});

/** Whether a minute of the day is quiet, asked of the clock on the wall alone. */
const isQuiet = (now: number, { from, to }: Quiet): boolean => {
  const shown = new Date(now + 7 * 60 * minute).toISOString();
  const past = Number(shown.slice(11, 13)) * 60 + Number(shown.slice(14, 16));
  return from <= to ? past >= from && past < to : past >= from || past < to;
};

test("it is the first minute that is in no quiet time, for any quiet times", () => {
  const quiet = fc.record({ from: fc.integer({ min: 0, max: 1_439 }), to: fc.integer({ min: 0, max: 1_439 }) });
  fc.assert(
    fc.property(fc.array(quiet, { maxLength: 3 }), fc.integer({ min: 0, max: 1_439 }), (times, minutes) => {
      const now = at(0, minutes);
      let first = now;
      while (first < now + 2 * DAY && times.some((q) => isQuiet(first, q))) first += minute;
      // Quiet around the clock: there is no such minute, and then it may be any.
      if (first < now + 2 * DAY) expect(awake(now, times)).toBe(first);
    }),
    { numRuns: 60 },
  );
});
