import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { definitions, ofEach } from "../../src/indicator/definitions.ts";
import { type FigureSet, figureSet } from "../../src/indicator/figure-set.ts";
import { publicResults, publicTotals } from "../../src/indicator/public-results.ts";
import type { Indicator } from "../../src/indicator/service.ts";
import { parsePeriod } from "../../src/kit/period.ts";

// A figure that was counted for the commune reaches strangers through here alone: on the page of results, and beside the
// code of a frozen report. Both together may say no more of a small village than the page does.

const defined = definitions({ id: "co-ban", lessons: ["bai-a"] });
const nobody = { yes: [], no: [] };
const setOf = (key: string, counts: readonly number[], cutoff?: number): FigureSet => {
  const period = parsePeriod(key);
  if (!period) throw new Error(key);
  return figureSet({
    commune: "a-xa",
    period,
    cutoff: cutoff ?? period.to,
    groups: ofEach(() =>
      counts.flatMap((learners, i) =>
        learners === 0 ? [] : [{ village: `v${i}`, audience: null, sample: false, learners, month: "2026-09" }],
      ),
    ),
    declared: {
      "self:vneid-level2": nobody,
      "self:public-services": nobody,
      "self:digital-services": nobody,
      "self:signature": nobody,
      "self:cashless": nobody,
    },
    rows: [],
    villages: counts.map((_, i) => ({ id: `v${i}`, name: `Xóm ${i}`, removed: false, sample: false })),
    definitions: defined,
  });
};

/** What the page of results says of October. */
const page = async (set: FigureSet) => {
  // Only what the page asks of it.
  const indicator = { definitions: defined, figureSet: async () => set } as unknown as Indicator;
  const [reach] = (await publicResults({ indicator, clock: () => set.period.to }, "a-xa", set.period.key)).figures;
  return reach;
};

test("beside the code of a report stands what the page of results says, and nothing where that says nothing", async () => {
  const windows = ["2026-10-01..2026-10-31", "2026-10-01..2026-10-22", "2026-10-07..2026-10-07"];
  for (let n = 0; n < 1_000; n++) {
    const counts = [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100)];
    const set = setOf("2026-10", counts);
    expect(publicTotals(set)?.reach, `${counts}`).toEqual((await page(set))?.whole);
    for (const key of windows) expect(publicTotals(setOf(key, counts))).toBeNull();
    // Frozen before its month was over: the difference to the whole month would be the people of some days.
    expect(publicTotals(setOf("2026-10", counts, set.period.to - 1))).toBeNull();
  }
});

test("nothing that answers strangers reads a figure by itself", () => {
  const site = join(import.meta.dirname, "../../src/site");
  const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((f) => /\.tsx?$/.test(f));
  expect(files.length).toBeGreaterThan(20);
  for (const file of files)
    expect(readFileSync(join(site, file), "utf8"), file).not.toMatch(
      /\.numerator\b(?!\[language\])|figureSet|learnerCounts/,
    );
});
