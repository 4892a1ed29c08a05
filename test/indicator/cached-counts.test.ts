import { describe, expect, test } from "vitest";
import { cachedCounts } from "../../src/indicator/cached-counts.ts";
import type { Declared } from "../../src/indicator/declared.ts";
import { ofEach } from "../../src/indicator/definitions.ts";
import type { Group } from "../../src/indicator/groups.ts";
import { selfIds } from "../../src/indicator/self.ts";
import { indicatorService } from "../../src/indicator/service.ts";
import { parsePeriod } from "../../src/kit/period.ts";

const november = parsePeriod("2026-11") ?? expect.fail();
const NOW = november.from + 1000;

/** Counts how often it is asked, and up to when. */
const asked = (cacheFor?: number) => {
  const time = { now: NOW };
  const cutoffs: number[] = [];
  const none: Group[] = [];
  const nobody = Object.fromEntries(selfIds.map((id) => [id, { yes: [], no: [] }])) as unknown as Declared; // one a question
  const indicator = indicatorService({
    track: { id: "co-ban", lessons: ["a"] },
    clock: () => time.now,
    ...(cacheFor === undefined ? {} : { cacheFor }),
    counts: {
      counted: async (_commune, { cutoff }) => {
        cutoffs.push(cutoff);
        return ofEach(() => none);
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

  test("that fails is not kept: who asks next has it counted again", async () => {
    const counts = cachedCounts<number>(() => 0, 15_000);
    await expect(counts("x", () => Promise.reject(new Error("locked")))).rejects.toThrow("locked");
    expect(await counts("x", async () => 7)).toBe(7);
  });

  test("that fails behind the reader's back harms nobody, and is tried again by the next", async () => {
    const time = { now: 0 };
    const counts = cachedCounts<number>(() => time.now, 15_000);
    expect(await counts("x", async () => 1)).toBe(1);
    time.now = 60_000;
    expect(await counts("x", () => Promise.reject(new Error("locked")))).toBe(1);
    await new Promise(setImmediate);
    expect(await counts("x", async () => 2)).toBe(1);
    await new Promise(setImmediate);
    expect(await counts("x", async () => 3)).toBe(2);
  });

  test("is good for as long as was said and no longer", async () => {
    const time = { now: 0 };
    // So long that what a slow machine takes for counting cannot lengthen it.
    const counts = cachedCounts<number>(() => time.now, 300_000);
    let asked = 0;
    const take = async () => ++asked;
    await counts("x", take);
    time.now = 299_999;
    await counts("x", take);
    expect(asked).toBe(1);
    time.now = 300_000;
    await counts("x", take);
    expect(asked).toBe(2);
  });

  test("is shown for ten minutes at most, however long it takes to count again", async () => {
    const time = { now: 0 };
    const counts = cachedCounts<number>(() => time.now, 15_000);
    await counts("x", async () => 1);
    const never = new Promise<number>(() => {});
    time.now = 10 * 60_000 - 1;
    expect(await counts("x", () => never)).toBe(1);
    time.now = 10 * 60_000;
    const waits = counts("x", () => never);
    expect(await Promise.race([waits, Promise.resolve("still counting")])).toBe("still counting");
  });

  test("is not kept at all when nothing is to be", async () => {
    const counts = cachedCounts<number>(() => 0, 0);
    let asked = 0;
    for (let i = 0; i < 3; i++) await counts("x", async () => ++asked);
    expect(asked).toBe(3);
  });

  test("of many is kept for the newest two hundred", async () => {
    const counts = cachedCounts<string>(() => 0, 15_000);
    const again = new Set<string>();
    const ask = (key: string) =>
      counts(key, async () => {
        again.add(key);
        return key;
      });
    for (let i = 0; i < 201; i++) await ask(`${i}`);
    again.clear();
    for (const key of ["1", "2", "200"]) await ask(key);
    expect([...again]).toEqual([]);
    await ask("0");
    expect([...again]).toEqual(["0"]);
  });
});
