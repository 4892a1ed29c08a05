import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleaned } from "../../src/people/clean.ts";
import { sensitive } from "../../src/people/sensitive.ts";

describe("is noticed", () => {
  test.each([
    ["identity", "001056012345"],
    ["identity", "so cccd cua toi la 001 056 012 345 nhe"],
    ["identity", "CMND: 012345678"],
    ["identity", "tôi 68 tuổi, 001.056.012.345"],
    ["identity", "68, 001056012345"],
    ["identity", "００１０５６０１２３４５"],
    ["identity", "0\u200b0\u200b1\u200b0\u200b5\u200b6\u200b0\u200b1\u200b2\u200b3\u200b4\u200b5"],
    ["identity", "٠٠١٠٥٦٠١٢٣٤٥"],
    ["identity", `${"căn cước".normalize("NFD")} 001-056-012-345`],
    ["identity", "001\n056\n012\n345"],
    ["card", "thẻ 4111 1111 1111 1111"],
    ["card", "9704-0501-2345-6789-019".replace("019", luhnTail("9704050123456789"))],
    ["otp", "123456"],
    ["otp", "123 456"],
    ["otp", "OTP la 4821"],
    ["otp", "mã xác nhận của tôi là 83 92 11"],
    ["otp", "ma 482913"],
    ["otp", "mã: 9921"],
    ["otp", "482913 là mã otp"],
    ["otp", "４８２９１３"],
    ["password", "mật khẩu là hoahong99"],
    ["password", "mat khau: anhyeuem"],
    ["password", "MẬT KHẨU VNeID của tôi là Hoa@123"],
    ["password", `${"mật khẩu".normalize("NFD")} = abc`],
    ["password", "pass 12345a"],
    ["password", "mk: x"],
    ["password", "my password is rosebud"],
  ])("%s in %j", (kind, text) => expect(sensitive(text)).toBe(kind));
});

function luhnTail(first: string): string {
  for (let i = 0; i < 1000; i++) {
    const tail = String(i).padStart(3, "0");
    const digits = [...(first + tail)].toReversed().map(Number);
    const sum = digits.reduce((s, d, k) => s + (k % 2 ? (d * 2 > 9 ? d * 2 - 9 : d * 2) : d), 0);
    if (sum % 10 === 0) return tail;
  }
  return "";
}

describe("passes", () => {
  test.each([
    "1",
    "số 2",
    "bấm 3",
    "bài 1",
    "BAI12",
    "XOM3",
    "MA 7K2P9XY4",
    "mã 2345abcd",
    "0912345678",
    "0912 345 678",
    "+84 912 345 678",
    "0 912 345 678",
    "gọi 1900.0368 được không",
    "tôi bị lừa 500.000.000 đồng",
    "mất 500000000 dong",
    "sinh năm 1958",
    "ngày 24/11/2026",
    "mật khẩu là gì",
    "mật khẩu là gì?",
    "quên mật khẩu thì sao",
    "mật khẩu là cái gì vậy cháu",
    "tôi quên mật khẩu rồi",
    "đổi mật khẩu VNeID",
    "mã OTP là gì",
    "mã otp không gửi về",
    "passport làm ở đâu",
    "mã số thuế",
    "Nguyễn Thị Lan",
    "",
  ])("%j", (text) => expect(sensitive(text)).toBeNull());
});

const separators = fc.constantFrom(
  "",
  "",
  " ",
  ".",
  "-",
  " - ",
  "\u00a0",
  "\u200b",
  "\u2013",
  "_",
  ", ",
  "\u2060",
  "\n",
);
const scripts = fc.constantFrom(0x30, 0xff10, 0x660, 0x966, 0x1d7ce);
/** Digits written the hostile way: any separators, any script, invisible marks. */
const hostile = (digits: string) =>
  fc
    .tuple(fc.array(separators, { minLength: digits.length, maxLength: digits.length }), scripts)
    .map(([between, zero]) =>
      [...digits]
        .map((d, i) => String.fromCodePoint(zero + Number(d)) + (i < digits.length - 1 ? between[i] : ""))
        .join(""),
    );
const words = fc.constantFrom("", "số của tôi là ", "căn cước ".normalize("NFD"), "dạ bác gửi: ", "\u202e", "😀 ");

const digitsOf = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(""));

test("two groups that look like a house number and a telephone are an identity number where they could be one", () => {
  expect(sensitive("03, 0325663059")).toBe("identity");
  expect(sensitive("nhà số 03, 0905663059")).toBeNull();
});

test("an identity number of twelve digits is found however it is written", () => {
  fc.assert(
    fc.property(
      words,
      fc
        .tuple(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 0, max: 3 }), digitsOf(8))
        .chain(([province, century, rest]) => hostile(`${String(province).padStart(3, "0")}${century}${rest}`)),
      (before, number) => {
        expect(sensitive(before + number)).not.toBeNull();
      },
    ),
    { numRuns: 2_000 },
  );
});

test("a card number is found however it is written", () => {
  const cards = digitsOf(15).map((d) => d + luhnTail16(d));
  fc.assert(
    fc.property(words, cards.filter((c) => !/^0+$/.test(c)).chain(hostile), (before, number) => {
      expect(sensitive(before + number)).not.toBeNull();
    }),
    { numRuns: 2_000 },
  );
});

function luhnTail16(first: string): string {
  const sum = [...first].reduce(
    (s, c, i) => s + (i % 2 === 0 ? (Number(c) * 2 > 9 ? Number(c) * 2 - 9 : Number(c) * 2) : Number(c)),
    0,
  );
  return String((10 - (sum % 10)) % 10);
}

test("six digits alone are found however they are written", () => {
  fc.assert(
    // Seen blanks, dots and dashes make dates, sums and lists ("5-1-2034", "113 114"); what is not seen makes nothing.
    fc.property(digitsOf(6), fc.constantFrom("", "\u200b", "\u2060"), scripts, (digits, between, zero) => {
      const number = [...digits].map((d) => String.fromCodePoint(zero + Number(d))).join(between);
      expect(sensitive(number)).not.toBeNull();
    }),
    { numRuns: 1_000 },
  );
});

test("words without digits or the word password pass, and nothing throws or takes long", () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: "grapheme", maxLength: 300 })
        .filter((t) => !/\p{N}|pass|mk|pwd|m[aậ]t/iu.test(t.normalize("NFKC"))),
      (text) => {
        expect(sensitive(text)).toBeNull();
      },
    ),
  );
  for (const text of [
    "1".repeat(2_000),
    "1 ".repeat(1_000),
    "ma ".repeat(700),
    "mat khau ".repeat(250),
    "1.".repeat(1_000),
    "pass cua toi ".repeat(150),
  ])
    sensitive(text);
});

test.each([
  ["gọi tôi 0912 345 678 nhé", "gọi tôi … nhé"],
  ["số +84 912.345.678, mail hoa@xa.example nhé", "số …, mail … nhé"],
  ["mất 500.000.000 đồng", "mất 500.000.000 đồng"],
  ["phí 25000 đồng, thửa 15", "phí 25000 đồng, thửa 15"],
])("of a kept sentence numbers that are somebody's own are taken out: %s", (text, kept) => {
  expect(cleaned(text)).toBe(kept);
});
