import fc from "fast-check";
import { expect, test } from "vitest";
import { backoff } from "../../src/delivery/breaker.ts";

test("twice as long each time, up to the longest", () => {
  const waits = [1, 2, 3, 4, 5, 6].map((attempt) => backoff(attempt, 1_000, 10_000, () => 0.5));
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test("chance moves each wait by up to a quarter, both ways", () => {
  expect(backoff(1, 1_000, 10_000, () => 0)).toBe(750);
  expect(backoff(1, 1_000, 10_000, () => 1)).toBe(1_250);
  expect(backoff(9, 1_000, 10_000, () => 0)).toBe(7_500);
});

test("however often it failed, the wait is a whole number of ms near the longest", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 100_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, x) => {
      const wait = backoff(attempt, 1_000, 60_000, () => x);
      expect(Number.isInteger(wait)).toBe(true);
      expect(wait).toBeGreaterThanOrEqual(45_000);
      expect(wait).toBeLessThanOrEqual(75_000);
    }),
  );
});
