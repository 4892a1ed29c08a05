import { describe, expect, test } from "vitest";
import type { Declared } from "../../src/indicator/declared.ts";
import { ofEach } from "../../src/indicator/definitions.ts";
import { type Counted, indicatorService } from "../../src/indicator/service.ts";
import { parsePeriod } from "../../src/kit/period.ts";

const period = (key: string) => parsePeriod(key) ?? expect.fail();
const november = period("2026-11");
const track = { id: "co-ban", lessons: ["bai-a"] };
const one = (village: string, learners: number) => [
  { village, audience: null, sample: false, learners, month: "2026-11" },
];
const none = { yes: [], no: [] };
const declared: Declared = {
  "self:vneid-level2": none,
  "self:digital-services": none,
  "self:public-services": none,
  "self:cashless": { yes: one("v1", 8), no: [] },
  "self:signature": none,
};

/** A service over counts that say what they were asked. */
const service = (now: number) => {
  const asked: unknown[] = [];
  const counted: Counted = {
    ...ofEach(() => []),
    reach: one("v1", 3),
    "basic-skills": one("v1", 2),
    active: one("v2", 5),
  };
  const indicator = indicatorService({
    track,
    clock: () => now,
    counts: {
      counted: async (commune, window) => {
        asked.push({ commune, ...window });
        return counted;
      },
      declared: async (commune, window) => {
        asked.push({ commune, declared: window });
        return declared;
      },
      denominators: async (commune) => [
        {
          population: "adults",
          village: null,
          value: 60,
          asOf: "2026-01-01",
          source: commune,
          enteredAt: 0,
          sample: false,
        },
      ],
      villageNames: async () => [{ id: "v1", name: "Xóm Một", removed: false, sample: false }],
    },
  });
  return { asked, indicator };
};

describe("one figure", () => {
  test("of a period that has not ended is counted until now", async () => {
    const { asked, indicator } = service(november.from + 5_000);
    expect(await indicator.count("reach", { commune: "a-xa", period: november })).toMatchObject({
      indicator: "reach",
      numerator: 3,
      denominator: 60,
      value: 5,
      cutoff: november.from + 5_000,
    });
    expect(asked).toEqual([{ commune: "a-xa", from: november.from, cutoff: november.from + 5_000, track }]);
  });

  test("of a period that is over ends with it, and of one that has not begun is counted over nothing", async () => {
    for (const [now, cutoff] of [
      [november.to + 1, november.to],
      [november.from - 1, november.from],
    ] as const)
      expect((await service(now).indicator.count("reach", { commune: "a-xa", period: november })).cutoff).toBe(cutoff);
  });

  test("of a place is of that place alone", async () => {
    const { indicator } = service(november.to);
    const of = async (village: string) =>
      (await indicator.count("active", { commune: "a-xa", period: november, village })).numerator;
    expect([await of("v1"), await of("v2")]).toEqual([0, 5]);
  });

  test("until a bare moment is over the month that moment closes", async () => {
    const { asked, indicator } = service(0);
    await indicator.count("active", { commune: "a-xa", cutoff: november.from + 1 });
    await indicator.count("active", { commune: "a-xa", cutoff: november.from });
    expect(asked).toMatchObject([
      { from: november.from, cutoff: november.from + 1 },
      { from: period("2026-10").from, cutoff: november.from },
    ]);
  });
});

describe("a set", () => {
  test("is made of one count of the period, what people said until the same moment, and the names and residents of now", async () => {
    const now = november.from + 5_000;
    const { asked, indicator } = service(now);
    const set = await indicator.figureSet("a-xa", november);
    expect(asked).toEqual([
      { commune: "a-xa", from: november.from, cutoff: now, track },
      { commune: "a-xa", declared: { cutoff: now } },
    ]);
    expect(set).toMatchObject({ commune: "a-xa", period: november, cutoff: now });
    expect(set.places[0].figures.reach).toMatchObject({
      numerator: 3,
      value: 5,
      denominatorSource: { source: "a-xa" },
    });
    expect(set.places.map((p) => p.name)).toEqual([null, null, "Xóm Một"]);
    expect(set.selfDeclared.find((f) => f.indicator === "self:cashless")?.numerator).toBe(8);
  });

  test("of another period, another commune or until another moment is counted for itself", async () => {
    const { asked, indicator } = service(november.to);
    await indicator.figureSet("a-xa", november);
    await indicator.figureSet("a-xa", november);
    expect(asked).toHaveLength(2);
    await indicator.figureSet("a-xa", period("2026-10"));
    await indicator.figureSet("b-xa", november);
    await indicator.figureSet("a-xa", november, november.from + 1);
    await indicator.figureSet("a-xa", november, november.from + 2);
    expect(asked).toHaveLength(10);
  });
});
