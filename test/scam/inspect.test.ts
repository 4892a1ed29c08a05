import { readFileSync } from "node:fs";
import { domainToASCII } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { inspect } from "../../src/scam/inspect.ts";
import { signIds } from "../../src/scam/signs.ts";

const ids = (text: string): readonly string[] => inspect(text).signs.map((s) => s.id);

test.each([
  "https://vneid-capnhat.top",
  "vneid[.]gov[.]vn.cc",
  "dichvucong-gov.vn",
  "gov.vn.xacthuc.icu",
  "https://vіetcombank.com.vn",
  "vietc0mbank.com",
  "vietcornbank.com",
  "bidv.smart-login.vip",
  "hxxps://agribank(.)vn-huy.com",
  `https://${domainToASCII("vіetcombank.com")}`,
])("%s wears somebody else's name", (text) => {
  expect(inspect(text).level).toBe("dangerous");
});

test.each([
  "https://dichvucong.gov.vn/x",
  "congan.hatinh.gov.vn",
  "https://www.vietcombank.com.vn",
  "https://zalo.me/123",
  "https://vnexpress.net",
  "https://www.gov.uk",
])("%s is nobody's disguise", (text) => {
  expect(inspect(text)).toEqual({ level: "no-sign", signs: [] });
});

test("words hidden from a filter are found, and where they stood", () => {
  for (const text of [
    "đọc mã OTP cho cháu",
    "doc ma 0TP cho chau",
    "đọc mã O\u200BT\u200BP cho cháu",
    "doc ma O.T.P cho chau",
    "đọc mã ОТР cho cháu",
  ])
    expect(ids(text), text).toContain("asks-secret");
  const text = "A lô! Đọc mã OTP cho cháu";
  const [sign] = inspect(text).signs;
  expect(text.slice(...(sign?.at ?? [0, 0]))).toMatch(/^Đọc mã OTP/);
});

test("a warning is not what it warns of, unless it comes with the trap", () => {
  const warning = "Cảnh báo thủ đoạn giả danh công an, đọc mã OTP, chuyển tiền. Không làm theo.";
  expect(inspect(warning).level).toBe("no-sign");
  expect(inspect(`${warning} Kiểm tra tại vneid-antoan.top`).level).toBe("dangerous");
  expect(inspect("Nếu không cung cấp mã OTP cho cán bộ thì bị khóa").level).toBe("dangerous");
});

test("nothing makes it fail or slow, and 'safe' does not exist", () => {
  for (const text of [
    "",
    " ",
    "a".repeat(100_000),
    "chuyen khoan ".repeat(5_000),
    "a.".repeat(2_000),
    "\uD800",
    "0 ".repeat(2_000),
  ])
    expect(["dangerous", "suspicious", "no-sign"]).toContain(inspect(text).level);
});

test("every sign has its sentence in both languages", () => {
  const words = parse(readFileSync("content/locales/app.yaml", "utf8")).sign;
  expect(Object.keys(words).sort()).toEqual([...signIds].sort());
});
