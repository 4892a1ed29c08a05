import { describe, expect, test } from "vitest";
import type { Group } from "../../src/indicator/groups.ts";
import { indicatorService } from "../../src/indicator/service.ts";
import { parsePeriod } from "../../src/kit/period.ts";

const november = parsePeriod("2026-11") ?? expect.fail();
const NOW = november.from + 1000;

/** Counts how often it is asked, and up to when. */
const asked = (keepFor?: number) => {
  const time = { now: NOW };
  const cutoffs: number[] = [];
  const none: Group[] = [];
  const indicator = indicatorService({
    track: { id: "co-ban", lessons: ["a"] },
    clock: () => time.now,
    ...(keepFor === undefined ? {} : { keepFor }),
    counts: {
      counted: async (_commune, { cutoff }) => {
        cutoffs.push(cutoff);
        return { reach: none, "basic-skills": none, active: none };
      },
      declared: () => expect.fail(),
      denominators: async () => [],
    },
  });
  return { time, cutoffs, indicator };
};

describe("a snapshot", () => {
  test("is counted once for everybody who asks at the same time, and kept for a moment", async () => {
    const { time, cutoffs, indicator } = asked();
    await Promise.all([indicator.snapshot("x", november), indicator.snapshot("x", november)]);
    time.now += 5_000;
    expect((await indicator.snapshot("x", november)).cutoff).toBe(NOW);
    expect(cutoffs).toEqual([NOW]);
  });

  test("that is a little old is shown with its own cut-off while the next is counted; a very old one is not shown", async () => {
    const { time, indicator } = asked();
    await indicator.snapshot("x", november);
    time.now += 5 * 60_000;
    expect((await indicator.snapshot("x", november)).cutoff).toBe(NOW);
    await new Promise(setImmediate); // the count begun behind the reader's back ends
    time.now += 60 * 60_000;
    expect((await indicator.snapshot("x", november)).cutoff).toBe(time.now);
  });

  test("never counts past the end of its period, nor past what was asked", async () => {
    const { time, indicator } = asked(0);
    expect((await indicator.snapshot("x", november, NOW - 500)).cutoff).toBe(NOW - 500);
    time.now = november.to + 1;
    expect((await indicator.snapshot("x", november)).cutoff).toBe(november.to);
  });

  test("of one commune is not shown for another", async () => {
    const { cutoffs, indicator } = asked();
    await indicator.snapshot("x", november);
    await indicator.snapshot("y", november);
    expect(cutoffs).toHaveLength(2);
  });
});
