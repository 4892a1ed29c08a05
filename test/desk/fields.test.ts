import fc from "fast-check";
import { expect, test } from "vitest";
import { clock, telephone, wholeNumber } from "../../src/desk/fields.ts";

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
