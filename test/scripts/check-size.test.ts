import { expect, test } from "vitest";
import { sizes } from "../../scripts/check-size.ts";

test("long files stop the check, those nearly so are only told", () => {
  const of = (lines: number) => ({ path: `src/${lines}.ts`, lines });
  expect(sizes([of(501), of(40), of(500), of(251), of(250)])).toEqual({
    median: 251,
    ninetieth: 501,
    long: [of(501)],
    nearly: [of(251), of(500)],
  });
});

test("an empty house has no size", () => {
  expect(sizes([])).toEqual({ median: 0, ninetieth: 0, long: [], nearly: [] });
});
