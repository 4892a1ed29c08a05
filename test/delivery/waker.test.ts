import fc from "fast-check";
import { expect, test } from "vitest";
import { waker } from "../../src/delivery/waker.ts";
import { mockClock } from "./bench.ts";

/** Says at which moments it woke. */
const woken = () => {
  const clock = mockClock(0);
  const at: number[] = [];
  return { clock, at, wake: waker(clock, () => void at.push(clock.steady())) };
};

test("of all the times asked for, the earliest wakes, once, whatever the order of asking", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 10 }), async (asked) => {
      const { clock, at, wake } = woken();
      await clock.pass(500);
      for (const ms of asked) wake(ms);
      await clock.pass(5_000);
      expect(at).toEqual([500 + Math.min(...asked)]);
    }),
  );
});

test("asking later for a moment that comes sooner is heard too", async () => {
  const { clock, at, wake } = woken();
  wake(1_000);
  await clock.pass(400);
  wake(700);
  wake(100);
  await clock.pass(5_000);
  expect(at).toEqual([500]);
});

test("once awake it may be asked again, also for a later time than before", async () => {
  const { clock, at, wake } = woken();
  wake(100);
  await clock.pass(100);
  wake(300);
  await clock.pass(1_000);
  expect(at).toEqual([100, 400]);
});
