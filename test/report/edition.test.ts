import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { compose } from "../../src/report/compose.ts";
import { linesOfDocx } from "../../src/report/docx-lines.ts";
import { draft } from "../../src/report/draft.ts";
import { dutyPeriod } from "../../src/report/duty-period.ts";
import { differences, type Edition, editionCode, editionHash, editionJson } from "../../src/report/edition.ts";
import { paperFile } from "../../src/report/paper-file.ts";
import { paperLines } from "../../src/report/paper-lines.ts";
import type { Report } from "../../src/report/report.ts";
import { communes, givenFor } from "./given.ts";

const [commune] = communes;
if (!commune) throw new Error("no commune");
const reportWith = (learnt: number, words = "Không có."): Report => {
  const given = givenFor(
    commune,
    [
      { name: "Xóm 1", adults: 100, learnt, passed: 20 },
      { name: "Xóm 2", adults: 200, learnt: 30, passed: 10 },
    ],
    { adults: 300 },
  );
  const report = compose(given, { ...draft(given), proposals: words });
  if ("unknown" in report) throw new Error(report.unknown);
  return report;
};
const edition = (report: Report): Edition => ({
  spec: 1,
  report,
  number: 1,
  reason: null,
  differences: [],
  frozenAt: 1_790_000_000_000,
  frozenBy: "Cán bộ Mẫu",
});

test("the same report is the same bytes, whatever way it was put together; any change is another hash", () => {
  const one = edition(reportWith(60));
  const turned = JSON.parse(editionJson(one)) as Edition; // what was just written
  expect(editionHash({ ...turned, number: 1 })).toBe(editionHash(one));
  for (const other of [
    edition(reportWith(61)),
    edition(reportWith(60, "Không có gì.")),
    { ...one, reason: "sửa" },
    { ...one, number: 2 },
    { ...one, frozenAt: 1 },
  ])
    expect(editionHash(other)).not.toBe(editionHash(one));
  expect(editionCode(editionHash(one))).toMatch(/^[0-9A-F]{16}$/);
});

test("what changed between two editions is listed, and nothing else", () => {
  expect(differences(reportWith(60), reportWith(60))).toEqual([]);
  const list = differences(reportWith(60), reportWith(62, "Xin thêm máy."));
  expect(list).toContainEqual({ what: "Xóm 1: đã học", before: "60", after: "62" });
  expect(list).toContainEqual({ what: "Cả xã: đã học", before: "90", after: "92" });
  expect(list.find((d) => d.what === "V. KIẾN NGHỊ")?.after).toMatch(/^Xin thêm máy\./);
  expect(list.some((d) => d.what.startsWith("Xóm 2"))).toBe(false);
});

test("the Word file holds every line of the report, on A4 with the margins of the decree", async () => {
  const report = reportWith(60);
  const bytes = await paperFile(report, { says: "Bản chốt số 1.", address: "https://xa.example/kiem-bao-cao/AB" });
  const files = unzipSync(bytes);
  const xml = Buffer.from(files["word/document.xml"] ?? new Uint8Array()).toString();
  const read = linesOfDocx(Buffer.from(bytes));
  expect(read).toEqual({ lines: paperLines(report, "Bản chốt số 1.") });
  expect(/<w:pgSz[^>]*>/.exec(xml)?.[0]).toContain('w:w="11905" w:h="16837"');
  expect(/<w:pgMar[^>]*>/.exec(xml)?.[0]).toMatch(
    /<w:pgMar[^>]*w:top="1133"[^>]*w:right="1020"[^>]*w:bottom="1133"[^>]*w:left="1700"/,
  );
  expect(Object.keys(files).filter((f) => f.endsWith(".png"))).toHaveLength(2);
});

test("a duty asks about the time that ends the day before its deadline, else about the last that ended", () => {
  const at = (day: string): number => Date.parse(`${day}T05:00:00Z`);
  const year = { period: "year", deadline: { day: 20, month: 11 } } as const;
  expect(dutyPeriod(year, at("2026-11-10")).key).toBe("2025-11-20..2026-11-19");
  expect(dutyPeriod(year, at("2026-11-19")).key).toBe("2025-11-20..2026-11-19");
  expect(dutyPeriod(year, at("2026-11-20")).key).toBe("2026-11-20..2027-11-19");
  const month = { period: "month", deadline: null } as const;
  expect(dutyPeriod(month, at("2026-12-03")).key).toBe("2026-11");
  expect(dutyPeriod(month, at("2026-12-25")).key).toBe("2026-12");
  expect(dutyPeriod({ period: "quarter", deadline: null }, at("2027-01-05")).key).toBe("2026-q4");
  expect(dutyPeriod({ period: "half-year", deadline: { day: 20, month: 11 } }, at("2026-11-01")).key).toBe(
    "2026-05-20..2026-11-19",
  );
});
