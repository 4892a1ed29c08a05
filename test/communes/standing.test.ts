import { describe, expect, test } from "vitest";
import type { Target } from "../../src/communes/schema.ts";
import { standing, standings } from "../../src/communes/standing.ts";
import { seeds } from "./seeds.ts";

const ids = (targets: readonly { id: string }[]) => targets.map((target) => target.id);

test.each(
  seeds.map((commune) => [commune.code, commune] as const),
)("in November 2026 every 2025 target of %s is history, and nothing is lost or counted twice", (_code, commune) => {
  const { active, later, history, undated } = standings(commune, 2026);
  expect(ids(history)).toEqual(ids(commune.targets.filter((target) => target.horizon === 2025)));
  expect(active.filter((target) => target.horizon === 2030)).toEqual(
    commune.targets.filter((target) => target.horizon === 2030),
  );
  expect(new Set(active.map((target) => target.series)).size).toBe(active.length);
  expect(undated).toEqual(commune.targets.filter((target) => target.horizon === null));
  expect(active.length + later.length + history.length + undated.length).toBe(commune.targets.length);
});

test("a horizon lasts through its year", () => {
  const pxi = seeds.get("dak-pxi-quang-ngai");
  const vneid = (year: number) => ids(standings(pxi, year).active).filter((id) => id.startsWith("vneid"));
  expect(vneid(2025)).toEqual(["vneid-2025"]);
  expect(vneid(2026)).toEqual(["vneid-2030"]);
  expect(vneid(2031)).toEqual([]);
});

test("the horizons beyond the next one are later", () => {
  const binh = standings(seeds.get("phu-binh-thai-nguyen"), 2026);
  expect(ids(binh.later).filter((id) => id.startsWith("vneid"))).toEqual(["vneid-2035", "vneid-2040", "vneid-2045"]);
});

test("a thing the plan names for 2045 alone has 2045 as its next horizon", () => {
  expect(ids(standings(seeds.get("kon-chieng-gia-lai"), 2026).active)).toContain("identity-signature-2045");
});

test("a plan that has run out has no active target and keeps its history", () => {
  const { active, history } = standings(seeds.get("phu-xuyen-ha-noi"), 2026);
  expect(active).toEqual([]);
  expect(ids(history)).toContain("ocop-2025");
});

describe("where a target stands", () => {
  const [first] = seeds;
  if (!first?.targets[0]) throw new Error("no target");
  const any = first.targets[0];
  const target = (more: Partial<Target>): Target => ({ ...any, ...more });
  const series = [2025, 2030, 2035].map((horizon) => target({ id: `hoc-${horizon}`, series: "hoc", horizon }));
  const other = target({ id: "vneid-2026", series: "vneid", horizon: 2026 });
  const undated = target({ id: "hoc", series: "hoc", horizon: null });
  const of = (year: number) => series.map((t) => standing(t, [...series, other, undated], year));

  test("its own year is not over yet; the year after it is", () => {
    expect(of(2025)).toEqual(["active", "later", "later"]);
    expect(of(2026)).toEqual(["history", "active", "later"]);
    expect(of(2030)).toEqual(["history", "active", "later"]);
    expect(of(2031)).toEqual(["history", "history", "active"]);
    expect(of(2036)).toEqual(["history", "history", "history"]);
  });

  test("each series for itself, and one without a year stands aside", () => {
    expect(standing(other, [...series, other, undated], 2026)).toBe("active");
    expect(standing(undated, [...series, other, undated], 2026)).toBe("undated");
  });
});
