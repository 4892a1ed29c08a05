import { describe, expect, test } from "vitest";
import type { Declared } from "../../src/indicator/declared.ts";
import type { Group } from "../../src/indicator/groups.ts";
import { selfIds } from "../../src/indicator/self.ts";
import { indicatorService } from "../../src/indicator/service.ts";
import { parsePeriod } from "../../src/kit/period.ts";

const november = parsePeriod("2026-11") ?? expect.fail();
const NOW = november.from + 1000;

/** Counts how often it is asked, and up to when. */
const asked = (keepFor?: number) => {
  const time = { now: NOW };
  const cutoffs: number[] = [];
  const none: Group[] = [];
  const nobody = Object.fromEntries(selfIds.map((id) => [id, { yes: [], no: [] }])) as unknown as Declared; // one a question
  const indicator = indicatorService({
    track: { id: "co-ban", lessons: ["a"] },
    clock: () => time.now,
    ...(keepFor === undefined ? {} : { keepFor }),
    counts: {
      counted: async (_commune, { cutoff }) => {
        cutoffs.push(cutoff);
        return { reach: none, "basic-skills": none, active: none };
      },
      declared: async () => nobody,
      denominators: async () => [],
      villageNames: async () => [],
    },
  });
  return { time, cutoffs, indicator };
};

describe("a count of figures", () => {
  test("is counted once for everybody who asks at the same time, and kept for a moment", async () => {
    const { time, cutoffs, indicator } = asked();
    await Promise.all([indicator.figureSet("x", november), indicator.figureSet("x", november)]);
    time.now += 5_000;
    expect((await indicator.figureSet("x", november)).cutoff).toBe(NOW);
    expect(cutoffs).toEqual([NOW]);
  });

  test("that is a little old is shown with its own cut-off while the next is counted; a very old one is not shown", async () => {
    const { time, indicator } = asked();
    await indicator.figureSet("x", november);
    time.now += 5 * 60_000;
    expect((await indicator.figureSet("x", november)).cutoff).toBe(NOW);
    await new Promise(setImmediate); // the count begun behind the reader's back ends
    time.now += 60 * 60_000;
    expect((await indicator.figureSet("x", november)).cutoff).toBe(time.now);
  });

  test("never counts past the end of its period, nor past what was asked", async () => {
    const { time, indicator } = asked(0);
    expect((await indicator.figureSet("x", november, NOW - 500)).cutoff).toBe(NOW - 500);
    time.now = november.to + 1;
    expect((await indicator.figureSet("x", november)).cutoff).toBe(november.to);
  });

  test("of one commune is not shown for another", async () => {
    const { cutoffs, indicator } = asked();
    await indicator.figureSet("x", november);
    await indicator.figureSet("y", november);
    expect(cutoffs).toHaveLength(2);
  });
});
