import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../../src/content/library.ts";
import { calibrate, type Judged, likelihood } from "../../../src/content/search/calibration.ts";

/** Questions of which the nearer the next page is, the more are wrong: `sixteenths` of 16 of each gap are right. */
const judged = (sixteenths: (gap: number) => number): readonly Judged[] =>
  Array.from({ length: 3_200 }, (_, i) => {
    const ahead = (i % 20) / 4;
    return { ahead, words: (i % 7) / 2, opens: true, right: Math.floor(i / 20) % 16 < sixteenths(ahead) };
  });

describe("how often the search is right in what it says", () => {
  const mixed = judged((gap) => Math.min(16, 8 + Math.round(gap * 2)));
  const found = calibrate(mixed);

  test("what it says is how often it is right, tenth by tenth", () => {
    for (const { said, n, right } of found.table.filter((t) => t.n >= 100))
      expect(Math.abs(right / n - said), `${said}`).toBeLessThan(0.08);
    expect(found.table.filter((t) => t.n >= 100).length).toBeGreaterThan(2);
  });

  test("of what is opened at once no more than one in twenty-five is wrong, and it is as much as can be", () => {
    const opened = mixed.filter((j) => likelihood(found, j) >= found.certain - 1e-9);
    const wrong = opened.filter((j) => !j.right).length;
    expect(wrong / opened.length).toBeLessThanOrEqual(0.04);
    expect(opened.length).toBeGreaterThan(300);
  });

  test("where it is never right often enough, or too little was asked, nothing is opened", () => {
    const opens = ({ certain }: { readonly certain: number }) => certain <= 1;
    expect(opens(calibrate(judged(() => 14)))).toBe(false);
    expect(opens(calibrate(mixed.slice(0, 50)))).toBe(false);
    expect(opens(calibrate([]))).toBe(false);
    expect(opens(found)).toBe(true);
  });

  test("the same questions give the same weights", () => {
    expect(calibrate(mixed)).toEqual(found);
  });
});

test("the search as it was built opens a third of the questions at once, and says how likely it is right", () => {
  const loaded = loadLibrary(".");
  if (!loaded.ok) throw new Error("the content does not load");
  const calibration = loaded.library.learn("dist")?.calibration;
  if (!calibration) throw new Error("nothing was learnt");
  const { opened, table } = calibration;
  expect(opened.of).toBeGreaterThan(2_000);
  expect(opened.n / opened.of).toBeGreaterThan(0.25);
  expect(opened.wrong / opened.n).toBeLessThanOrEqual(0.05);
  for (const { said, n, right } of table.filter((t) => t.n >= 200))
    expect(Math.abs(right / n - said), `${said}`).toBeLessThan(0.08);
});
