import fc from "fast-check";
import { expect, test } from "vitest";
import { bucket } from "../../src/delivery/bucket.ts";

test("at most one second's worth at once, however long it was left alone", () => {
  const b = bucket(10, 0);
  const burst = (now: number): number => {
    let n = 0;
    while (b.take(now)) n += 1;
    return n;
  };
  expect(burst(0)).toBe(10);
  expect(burst(0)).toBe(0);
  expect(burst(500)).toBe(5);
  expect(burst(3_600_000)).toBe(10);
});

test("while there is a token there is no wait; without one the wait is what is missing of it", () => {
  const b = bucket(2, 0);
  expect(b.wait(0)).toBe(0);
  b.take(0);
  expect(b.wait(0)).toBe(0);
  b.take(0);
  expect([b.wait(0), b.wait(200), b.wait(500)]).toEqual([500, 300, 0]);
});

test("a rate under one a second still lets one go", () => {
  const b = bucket(0.5, 0);
  expect(b.take(0)).toBe(true);
  expect(b.take(1_999)).toBe(false);
  expect(b.take(2_000)).toBe(true);
});

test("in any window there are no more than the rate and one burst, and after the wait it says there is one", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 200 }),
      (rate, gaps) => {
        const b = bucket(rate, 0);
        let now = 0;
        let taken = 0;
        for (const gap of gaps) {
          now += gap;
          while (b.take(now)) taken += 1;
          expect(taken).toBeLessThanOrEqual(rate + (now * rate) / 1_000 + 0.001);
          expect(b.take(now + b.wait(now))).toBe(true);
          taken += 1;
          now += b.wait(now);
        }
      },
    ),
    { numRuns: 2_000, examples: [[3, [0, 0, 353, 0]]] },
  );
});
