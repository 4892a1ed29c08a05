import { describe, expect, test } from "vitest";
import { fullName, shortTitle } from "../../src/communes/names.ts";
import { seeds } from "./seeds.ts";

test("the five communes are there, by code", () => {
  expect(seeds.map((commune) => commune.code)).toEqual([
    "dak-pxi-quang-ngai",
    "kon-chieng-gia-lai",
    "phu-binh-thai-nguyen",
    "phu-xuyen-ha-noi",
    "phu-xuyen-thai-nguyen",
  ]);
});

test("two communes are called Phú Xuyên and are told apart by code and full name", () => {
  const both = seeds.filter((commune) => commune.name === "Phú Xuyên");
  expect(both.map(shortTitle)).toEqual(["Học số Phú Xuyên", "Học số Phú Xuyên"]);
  expect(both.map(fullName)).toEqual(["Xã Phú Xuyên, Hà Nội", "Xã Phú Xuyên, Thái Nguyên"]);
  expect(new Set(both.map((commune) => commune.document.file)).size).toBe(2);
});

test("each plan keeps its whole list of targets", () => {
  // Counted from the documents by hand, apart from the files: see docs/decisions/0003.
  expect(Object.fromEntries(seeds.map((commune) => [commune.code, commune.targets.length]))).toEqual({
    "dak-pxi-quang-ngai": 46,
    "kon-chieng-gia-lai": 16,
    "phu-binh-thai-nguyen": 113,
    "phu-xuyen-ha-noi": 56,
    "phu-xuyen-thai-nguyen": 16,
  });
});

test("the annex of Phú Bình is 21 rows by five horizons, less five empty cells", () => {
  const cells = seeds.get("phu-binh-thai-nguyen").targets.filter((target) => target.cell !== null);
  expect(cells).toHaveLength(100);
  expect(new Set(cells.map((target) => target.clause)).size).toBe(21);
});

test("the annex of Phú Xuyên, Hà Nội is 23 rows, each with who leads", () => {
  const rows = seeds.get("phu-xuyen-ha-noi").targets.filter((target) => target.clause.startsWith("Phụ lục I"));
  expect(new Set(rows.map((target) => target.clause)).size).toBe(23);
  expect(rows.every((target) => target.lead !== null)).toBe(true);
  expect(rows.filter((target) => target.due === null).map((target) => target.clause)).toEqual(["Phụ lục I, mục 6"]);
});

test("contacts are empty until staff enter them", () => {
  for (const commune of seeds)
    expect(commune.contacts).toEqual({ hotline: null, counter: null, police: null, hours: null });
});

describe.each(seeds.map((commune) => [commune.code, commune] as const))("%s", (_code, commune) => {
  test("ids are unique, and each numeric target has operator, value and unit", () => {
    const ids = commune.targets.map((target) => target.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, operator, value, unit } of commune.targets)
      expect([id, value !== null, unit !== null]).toEqual([id, operator !== "do", operator !== "do"]);
  });

  test("the operator agrees with the words before the number", () => {
    for (const { id, operator, value, cell, text } of commune.targets) {
      if (typeof value !== "number") continue;
      const words = cell ?? text;
      const before = words.slice(0, words.search(new RegExp(`(?<![\\d,])0*${value}(?!\\d)`))).trimEnd();
      expect([id, operator]).toEqual([id, signOf(before)]);
    }
  });

  test("every flag is carried by a target or is about the commune, and quotes the document", () => {
    for (const flag of commune.flags) {
      const carried = commune.targets.some((target) => target.flags.includes(flag.id));
      expect([flag.id, carried]).toEqual([flag.id, flag.about === "targets"]);
      expect(flag.quotes.length).toBeGreaterThan(0);
    }
  });

  test("it has at least one report duty", () => {
    expect(commune.reports.length).toBeGreaterThan(0);
  });
});

const signOf = (before: string) =>
  /(≥\s*%?|tối thiểu|ít nhất)$/iu.test(before) ? ">=" : /trên$/iu.test(before) ? ">" : "=";

describe("what the documents say is shown, not repaired", () => {
  test("VNeID of Đăk Pxi falls from 85 to 80, and both carry the flag", () => {
    const vneid = seeds.get("dak-pxi-quang-ngai").targets.filter((target) => target.series === "vneid");
    expect(vneid.map(({ horizon, operator, value }) => [horizon, operator, value])).toEqual([
      [2025, ">=", 85],
      [2030, ">=", 80],
    ]);
    expect(vneid.every((target) => target.flags.includes("vneid-falls"))).toBe(true);
  });

  test("the misprint ≥%15 of Phú Bình stays as printed, with its flag", () => {
    const target = seeds.get("phu-binh-thai-nguyen").targets.find((one) => one.id === "research-cooperation-2035");
    expect(target).toMatchObject({ cell: "≥%15", operator: ">=", value: 15, flags: ["misprint-15"] });
  });

  test("the rank of Phú Xuyên, Hà Nội is a range without a year of its own", () => {
    const target = seeds.get("phu-xuyen-ha-noi").targets.find((one) => one.id === "digital-rank");
    expect(target).toMatchObject({ operator: "between", value: [40, 60], unit: "hạng", horizon: null });
  });

  test("“trên 98%” is more than 98", () => {
    const target = seeds.get("phu-xuyen-thai-nguyen").targets.find((one) => one.id === "digitised-files-2025");
    expect(target).toMatchObject({ operator: ">", value: 98 });
  });

  test("only Phú Xuyên, Hà Nội gives a day for its report: 20/11", () => {
    const dated = seeds.flatMap(({ code, reports }) =>
      reports.filter((r) => r.deadline).map((r) => [code, r.period, r.deadline]),
    );
    expect(dated).toEqual([["phu-xuyen-ha-noi", "half-year", { day: 20, month: 11 }]]);
  });
});
