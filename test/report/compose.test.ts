import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean } from "../../src/people/clean.ts";
import { compose } from "../../src/report/compose.ts";
import { draft, type ReportTexts, textIds } from "../../src/report/draft.ts";
import { fieldsOf, filled } from "../../src/report/fields.ts";
import type { Given } from "../../src/report/given.ts";
import { paperLines } from "../../src/report/paper-lines.ts";
import type { Report } from "../../src/report/report.ts";
import { communes, givenFor, type Place } from "./given.ts";

const made = (given: Given, texts: Partial<ReportTexts> = {}): Report => {
  const report = compose(given, { ...draft(given), ...texts });
  if ("unknown" in report) throw new Error(`${report.in}: [${report.unknown}]`);
  return report;
};
const [commune] = communes;
if (!commune) throw new Error("no commune");
const villages: readonly Place[] = [
  { name: "Xóm 1", adults: 100, learnt: 60, passed: 20 },
  { name: "Xóm 2", adults: 200, learnt: 30, passed: 10 },
  { name: "Xóm 10", adults: 300, learnt: 150, passed: 40 },
];

const place: fc.Arbitrary<Place> = fc.record({
  name: fc.constantFrom("Xóm 1", "Làng Đê", "Thôn Bình An", "Xóm Đồng [a]"),
  adults: fc.option(fc.integer({ min: 1, max: 3_000 }), { nil: null }),
  learnt: fc.nat(2_000),
  passed: fc.nat(900),
});
const anything: fc.Arbitrary<Given> = fc
  .record({
    of: fc.constantFrom(...communes),
    places: fc.array(place, { maxLength: 30 }),
    adults: fc.option(fc.integer({ min: 1, max: 60_000 }), { nil: null }),
    period: fc.constantFrom("2026-11", "2026-q3", "2026-h1", "2026", "2025-11-20..2026-11-19"),
    difficulties: fc.record({
      asked: fc.nat(9),
      helped: fc.nat(9),
      waiting: fc.nat(9),
      unanswered: fc.nat(9),
      stuck: fc.array(fc.record({ title: fc.constantFrom("Cài VNeID", "Gia hạn thẻ"), people: fc.nat(50) }), {
        maxLength: 5,
      }),
    }),
  })
  .map(({ of, places, ...more }) => givenFor(of, places, more));

test("for every plan, period and state of the figures a whole report stands without a hand being laid on it", () => {
  fc.assert(
    fc.property(anything, (given) => {
      const report = made(given);
      const lines = paperLines(report);
      expect(report.sections.map((s) => s.heading)).toHaveLength(6);
      for (const section of report.sections)
        expect(section.paragraphs.length, section.heading ?? "").toBeGreaterThan(0);
      for (const line of lines) expect(line).not.toMatch(/undefined|NaN|null|Infinity|\[(?!a\]|hình\])/);
      // No part that was worked out may be more than the whole it stands in.
      for (const { table } of report.sections)
        for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
      // Staff save these very texts: nothing in them may be taken for somebody's own number.
      for (const [id, text] of Object.entries(draft(given))) expect(clean(text), id).not.toBeNull();
    }),
    { numRuns: 150 },
  );
});

test("a figure is filled in however its name was typed, and a name that is none is told", () => {
  const fields = fieldsOf(givenFor(commune, villages, { adults: 600 }));
  expect(fields.get("đã học")).toBe("240");
  expect(fields.get("tỷ lệ đã học")).toBe("40,0%");
  for (const typed of ["[đã học]", "[Đã học]", "[da hoc]", "[ đã  học ]", "[đã học]".normalize("NFD")])
    expect(filled(`Có ${typed} người.`, fields)).toEqual({ text: "Có 240 người." });
  expect(filled("Có [số tròn] người [đã học].", fields)).toEqual({ unknown: "số tròn" });
  expect(filled("Có 5 [ người", fields)).toEqual({ text: "Có 5 [ người" });
  expect(compose(givenFor(commune, villages), { ...draft(givenFor(commune, villages)), next: "1. [abc]" })).toEqual({
    unknown: "abc",
    in: "next",
  });
});

test("what was not entered is said and never a nought", () => {
  const report = made(givenFor(commune, [{ name: "Xóm 1", adults: null, learnt: 5, passed: 1 }]));
  const all = paperLines(report).join("\n");
  expect(all).toContain("Chưa có số dân từ 16 tuổi của xã nên chưa tính được tỷ lệ trên số dân.");
  expect(all).not.toMatch(/0,0%|\/0 người/);
  expect(report.sections[2]?.table?.rows).toEqual([["1", "Xóm 1", "–", "5", "–", "1", "5"]]);
});

test("villages clearly below the commune are named, the lowest first; those near it are not", () => {
  const report = made(givenFor(commune, villages, { adults: 600 }));
  expect(report.sections[2]?.paragraphs[0]).toMatch(/^Có 1 \S+ có tỷ lệ .*: Xóm 2 \(15,0%\)\./);
  const even = made(
    givenFor(
      commune,
      villages.map((v) => ({ ...v, learnt: (v.adults ?? 0) * 0.4 })),
      { adults: 600 },
    ),
  );
  expect(even.sections[2]?.paragraphs[0]).toMatch(/^Không \S+ nào thấp hơn/);
});

describe("every plan of the house", () => {
  test.each(communes.map((c) => [c.code, c] as const))("%s: only what is counted or declared is judged", (_, of) => {
    const report = made(givenFor(of, villages, { adults: 600 }));
    const rows = report.sections[1]?.table?.rows ?? [];
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const [, label = "", got = "", , , wanted = "", verdict = ""] of rows) {
      expect(got).toMatch(/^\d/);
      // What people say of themselves is never called reached.
      if (label.includes("(*)")) expect(verdict).not.toMatch(/^Đạt/);
      if (wanted === "Không quy định") expect(verdict).toBe("");
    }
    expect(report.subject[0]).toBe(`Kết quả thực hiện phong trào “${of.movement}”`);
    expect(report.recipients.at(-1)).toBe("Lưu: VT");
  });
});

test("each text can be written anew, and stands on the paper as it was written", () => {
  const given = givenFor(commune, villages, { adults: 600 });
  const texts = Object.fromEntries(
    textIds.map((id) => [id, `Lời của ${id}, [đã học] người.`]),
  ) as unknown as ReportTexts; // the ids are all there are
  const lines = paperLines(made(given, texts));
  // Who signs, and who it is for, stand beside each other.
  for (const id of textIds)
    expect(
      lines.filter((line) => line.includes(`Lời của ${id}, 240 người.`)),
      id,
    ).toHaveLength(1);
});
