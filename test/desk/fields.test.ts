import fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";
import { faultsOf } from "../../src/desk/faults.ts";
import { clock, line, lines, optionalLine, phrase, telephone, wholeNumber } from "../../src/desk/fields.ts";
import { longestText } from "../../src/kit/text.ts";

test.each([
  ["6480", 6480],
  ["6.480", 6480],
  ["6,480", 6480],
  ["6 480", 6480],
  ["6\u00A0480", 6480],
  ["6\u202F480", 6480],
  [" 1234.0 ", 1234],
  ["1234,00", 1234],
  ["1.234,0", 1234],
  ["1,234,567", 1_234_567],
  ["６４８０", 6480],
])("%s is %d people", (text, n) => expect(wholeNumber(text)).toBe(n));

test.each([
  "",
  "1.5",
  "1.234,5",
  "1234.000",
  "6.480.0",
  "6,48",
  "1.23.456",
  "1.234,567",
  "-5",
  "+5",
  "1e3",
  "0x10",
  "12 người",
  "1. 234",
])("“%s” is no number of people", (text) => expect(wholeNumber(text)).toBeNull());

test("a number is read as it was written, whichever way a spreadsheet or a person groups it", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 99_999_999 }),
      fc.constantFrom(".", ",", " ", "\u00A0"),
      fc.constantFrom("", "0", "00"),
      (n, between, zeros) => {
        const grouped = n.toLocaleString("en-US").replaceAll(",", between);
        const point = between === "." ? "," : ".";
        expect(wholeNumber(grouped + (zeros && point + zeros))).toBe(n);
        expect(wholeNumber(String(n) + (zeros && point + zeros))).toBe(n);
      },
    ),
  );
});

test.each([
  ["6:00", "06:00"],
  ["06:00", "06:00"],
  ["21h30", "21:30"],
  ["21h", "21:00"],
  ["21 giờ 30", null],
  ["24:00", null],
  ["12:60", null],
  ["6:0", null],
  ["", ""],
])("%s is the hour %s", (text, kept) => {
  const read = clock().safeParse(text);
  expect(read.success ? read.data : null).toBe(kept);
});

test.each([
  ["(0208) 3861 234", true],
  ["0208-3861-234", true],
  ["0208.3861.234", true],
  ["+84 208 3861 234", true],
  ["1900 0000", true],
  ["113", true],
  ["", true],
  ["gọi tôi", false],
  ["0208 3861 234 (gặp Lan)", false],
  ["--- ---", false],
  ["001056012345", false],
])("“%s” as the telephone of an office: %s", (text, holds) => expect(telephone().safeParse(text).success).toBe(holds));

// Signs that are one letter to people and much to look at, beside ordinary ones.
const anyText = fc
  .array(
    fc.tuple(
      fc.constantFrom("ế", "ộ", "a", " ", "\n", "ﷺ", "㌖", "é", "ệ".normalize("NFD"), "Trường học. "),
      fc.integer({ min: 1, max: 1_800 }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((runs) => runs.map(([sign, times]) => sign.repeat(times)).join(""));

test.each([
  ["line", line(2_500)],
  ["optionalLine", optionalLine(2_500)],
  ["lines", lines(2_500)],
  ["phrase", phrase(2_500)],
] as const)("a %s keeps every letter of what was typed, or says why not", (_, field) => {
  const letters = (text: string) => text.normalize("NFC").replace(/[\s.]/g, "");
  fc.assert(
    fc.property(anyText, (text) => {
      const read = (field as z.ZodType<string | null>).safeParse(text); // each of them gives a text or none
      if (read.success) {
        expect(letters(read.data ?? "")).toBe(letters(text));
        expect(text.normalize("NFKD").length).toBeLessThanOrEqual(longestText);
      } else expect(["long", "over", "empty"]).toContain(faultsOf(read.error)[""]?.why);
    }),
    { numRuns: 60 },
  );
});

test("a letter is one letter, whichever way the telephone put it together", () => {
  const name = "Xóm Đồng Ruộng Thượng Nguyễn".padEnd(60, "ộ");
  expect(line(60).safeParse(name.normalize("NFD"))).toEqual({ success: true, data: name });
});
