import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { systemClock } from "../../src/delivery/clock.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a wait ends after its time, once", () => {
  const run = vi.fn();
  systemClock.after(1_000, run);
  vi.advanceTimersByTime(999);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(run).toHaveBeenCalledOnce();
});

test("a time that is over already is now", () => {
  const run = vi.fn();
  systemClock.after(-5_000, run);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledOnce();
});

// A timer of Node longer than 2^31 ms goes off at once, and would again and again.
test("a wait of months does not end at once", () => {
  const run = vi.fn();
  systemClock.after(90 * 86_400_000, run);
  vi.advanceTimersByTime(20 * 86_400_000);
  expect(run).not.toHaveBeenCalled();
});

test("called off it does not end", () => {
  const run = vi.fn();
  systemClock.after(1_000, run)();
  vi.advanceTimersByTime(10_000);
  expect(run).not.toHaveBeenCalled();
});

test("the wall shows the time of day, and the steady clock only goes forward", () => {
  vi.setSystemTime(1_000_000);
  expect(systemClock.now()).toBe(1_000_000);
  const before = systemClock.steady();
  vi.advanceTimersByTime(500);
  vi.setSystemTime(0);
  expect(systemClock.now()).toBe(0);
  expect(systemClock.steady() - before).toBe(500);
});
