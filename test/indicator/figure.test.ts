import { describe, expect, test } from "vitest";
import { standing } from "../../src/communes/standing.ts";
import { definitions } from "../../src/indicator/definitions.ts";
import { denominatorAt } from "../../src/indicator/denominator.ts";
import { dueReports } from "../../src/indicator/duty.ts";
import { figure } from "../../src/indicator/figure.ts";
import { marksFor } from "../../src/indicator/target-marks.ts";
import { startOfDay } from "../../src/kit/vietnam-time.ts";
import { commune } from "../desk/commune.ts";

const at = (day: string): number => startOfDay(day) ?? 0;
const row = (value: number, asOf: string, more: object = {}) => ({
  population: "adults",
  village: null,
  value,
  asOf,
  source: "Công an xã",
  enteredAt: 0,
  sample: false,
  ...more,
});
const { reach } = definitions({ id: "co-ban", lessons: ["a"] });
const groups = [
  { village: "v1", audience: "farmer", sample: false, month: "2026-10", learners: 33 },
  { village: null, audience: null, sample: false, month: "2026-11", learners: 7 },
];

describe("a figure", () => {
  test("carries what it takes to defend it", () => {
    expect(figure(reach, groups, [row(400, "2026-06-30")], at("2026-11-22"))).toEqual({
      indicator: "reach",
      version: "reach/1",
      numerator: 40,
      denominator: 400,
      value: 10,
      cutoff: at("2026-11-22"),
      denominatorSource: { asOf: "2026-06-30", source: "Công an xã" },
      sample: false,
    });
  });

  test("has no percentage without a denominator: not of the commune, of unknown, of an audience", () => {
    expect(figure(reach, groups, [], at("2026-11-22"))).toMatchObject({
      numerator: 40,
      denominator: null,
      value: null,
    });
    expect(figure(reach, groups, [row(400, "2026-06-30")], at("2026-11-22"), { village: null })).toMatchObject({
      numerator: 7,
      value: null,
    });
    expect(figure(reach, groups, [row(400, "2026-06-30")], at("2026-11-22"), { audience: "farmer" })).toMatchObject({
      numerator: 33,
      value: null,
    });
  });

  test("says so when anything in it is sample", () => {
    expect(
      figure(
        reach,
        [{ ...groups[0], month: "", village: null, audience: null, learners: 1, sample: true }],
        [],
        at("2026-11-22"),
      ).sample,
    ).toBe(true);
    expect(figure(reach, groups, [row(400, "2026-06-30", { sample: true })], at("2026-11-22")).sample).toBe(true);
  });
});

describe("the denominator", () => {
  const rows = [
    row(400, "2026-06-30"),
    row(420, "2026-11-01"),
    row(410, "2026-11-01", { enteredAt: 5 }),
    row(99, "2026-11-10", { village: "v1" }),
  ];
  test("is the latest of its day and entry, and never one of the future", () => {
    expect(denominatorAt(rows, null, at("2026-10-01"))?.value).toBe(400);
    expect(denominatorAt(rows, null, at("2026-11-01"))?.value).toBe(400); // the day itself is not over at its midnight
    expect(denominatorAt(rows, null, at("2026-11-02"))?.value).toBe(410);
    expect(denominatorAt(rows, null, at("2026-06-01"))).toBeNull();
    expect(denominatorAt(rows, "v1", at("2026-11-22"))?.value).toBe(99);
  });
  test("is of the people counted, and of no others", () => {
    const children = row(70, "2026-11-10", { population: "children" });
    expect(denominatorAt([children, ...rows], null, at("2026-11-22"))?.value).toBe(410);
    expect(denominatorAt([children], null, at("2026-11-22"))).toBeNull();
    expect(denominatorAt([children, ...rows], null, at("2026-11-22"), "children")?.value).toBe(70);
  });
  test("does not hang on the order in which it was entered", () => {
    const days = ["2026-03-31", "2026-06-30", "2026-09-30", "2026-10-31"].map((day, i) => row(100 + i, day));
    for (const order of [days, days.toReversed(), [2, 0, 3, 1].flatMap((i) => days[i] ?? [])])
      expect(denominatorAt(order, null, at("2026-11-22"))?.value).toBe(103);
    const sameDay = [3, 1, 2].map((n) => row(n, "2026-06-30", { enteredAt: n }));
    expect(denominatorAt(sameDay, null, at("2026-11-22"))?.value).toBe(3);
  });
  test("a true number beats a newer sample one", () => {
    expect(
      denominatorAt([row(1, "2026-11-05", { sample: true }), row(400, "2026-06-30")], null, at("2026-11-22"))?.value,
    ).toBe(400);
  });
});

describe("targets", () => {
  const { targets } = commune("a-xa");
  test("the nearest horizon is the active one, past ones are history", () => {
    expect(targets.slice(0, 2).map((t) => [2025, 2026, 2031].map((y) => standing(t, targets, y)))).toEqual([
      ["active", "history", "history"],
      ["later", "active", "history"],
    ]);
  });
  test("only percent targets stand on a percent bar, with whether they are met", () => {
    expect(marksFor("reach", targets, 2026, 38.5).map((m) => [m.at, m.standing, m.reached])).toEqual([
      [20, "history", true],
      [60, "active", false],
    ]);
    expect(marksFor("reach", targets, 2026, null).map((m) => m.reached)).toEqual([null, null]);
  });
});

describe("a reporting duty", () => {
  const duty = (deadline: { day: number; month: number } | null) => ({
    id: "x",
    from: "UBND xã",
    to: ["HĐND"],
    period: "half-year" as const,
    deadline,
    clause: "III",
    text: "…",
    content: { vi: "…", en: "…" },
  });
  test("has no deadline where the document names none", () => {
    expect(dueReports([duty(null)], at("2026-11-22"))[0]?.due).toBeNull();
  });
  test("counts days to the next one, today included, and comes before undated ones", () => {
    const due = (day: string) => dueReports([duty(null), duty({ day: 20, month: 11 })], at(day))[0];
    expect(due("2026-11-17")).toMatchObject({ due: { day: "2026-11-19", daysLeft: 2 }, lastPassed: "2025-11-19" });
    expect(due("2026-11-19")).toMatchObject({ due: { day: "2026-11-19", daysLeft: 0 } });
    // "Before the 20th": on the 20th it is late.
    expect(due("2026-11-20")).toMatchObject({ due: { day: "2027-11-19", daysLeft: 364 }, lastPassed: "2026-11-19" });
  });
  test("stands before the later ones, whatever the order they were written in", () => {
    const all = [duty({ day: 1, month: 3 }), duty(null), duty({ day: 25, month: 11 }), duty({ day: 10, month: 12 })];
    expect(dueReports(all, at("2026-11-22")).map((d) => d.due?.day ?? null)).toEqual([
      ...["2026-11-24", "2026-12-09", "2027-02-28"],
      null,
    ]);
    expect(dueReports([duty(null)], at("2026-11-22"))[0]?.lastPassed).toBeNull();
  });
  test("before the first of a month ends with the month before", () => {
    const of = (day: number, month: number) => dueReports([duty({ day, month })], at("2027-12-31"))[0]?.due?.day;
    expect([of(1, 3), of(1, 1), of(31, 12)]).toEqual(["2028-02-29", "2027-12-31", "2028-12-30"]);
  });
});
