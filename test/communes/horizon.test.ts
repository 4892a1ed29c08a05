import { expect, test } from "vitest";
import { activeTargets, standings } from "../../src/communes/horizon.ts";
import { seeds } from "./seeds.ts";

const ids = (targets: readonly { id: string }[]) => targets.map((target) => target.id);

test.each(
  seeds.map((commune) => [commune.code, commune] as const),
)("in November 2026 every 2025 target of %s is history, and nothing is lost or counted twice", (_code, commune) => {
  const { active, later, history, undated } = standings(commune, "2026-11-22");
  expect(ids(history)).toEqual(ids(commune.targets.filter((target) => target.horizon === 2025)));
  expect(active.filter((target) => target.horizon === 2030)).toEqual(
    commune.targets.filter((target) => target.horizon === 2030),
  );
  expect(new Set(active.map((target) => target.series)).size).toBe(active.length);
  expect(undated).toEqual(commune.targets.filter((target) => target.horizon === null));
  expect(active.length + later.length + history.length + undated.length).toBe(commune.targets.length);
});

test("a horizon lasts through the last day of its year", () => {
  const pxi = seeds.get("dak-pxi-quang-ngai");
  const vneid = (on: string) => ids(activeTargets(pxi, on)).filter((id) => id.startsWith("vneid"));
  expect(vneid("2025-12-31")).toEqual(["vneid-2025"]);
  expect(vneid("2026-01-01")).toEqual(["vneid-2030"]);
  expect(vneid("2031-01-01")).toEqual([]);
});

test("the horizons beyond the next one are later", () => {
  const binh = standings(seeds.get("phu-binh-thai-nguyen"), "2026-11-22");
  expect(ids(binh.later).filter((id) => id.startsWith("vneid"))).toEqual(["vneid-2035", "vneid-2040", "vneid-2045"]);
});

test("a thing the plan names for 2045 alone has 2045 as its next horizon", () => {
  expect(ids(activeTargets(seeds.get("kon-chieng-gia-lai"), "2026-11-22"))).toContain("identity-signature-2045");
});

test("a plan that has run out has no active target and keeps its history", () => {
  const { active, history } = standings(seeds.get("phu-xuyen-ha-noi"), "2026-11-22");
  expect(active).toEqual([]);
  expect(ids(history)).toContain("ocop-2025");
});
