import { expect, test } from "vitest";
import { random } from "../../src/kit/random.ts";
import { grouped, isSpokenCode, spokenCode } from "../../src/kit/spoken-code.ts";
import { cleaned } from "../../src/people/clean.ts";
import { codeIn, codeTyped, meantAsCode, opensSomebody } from "../../src/people/codes.ts";
import { sensitive } from "../../src/people/sensitive.ts";

test.each([
  ["XOM3", "XOM3"],
  ["xóm 3", "XOM3"],
  ["Xóm-3", "XOM3"],
  ["bài 12", "BAI12"],
  ["hd2", "HD2"],
  ["A T 1", "AT1"],
  ["MA 7K2P9XY4", "7K2P9XY4"],
  ["mã 7k2p 9xy4", "7K2P9XY4"],
  [`${"Mã".normalize("NFD")} 7K2P9XY4.`, "7K2P9XY4"],
  ["7k2p-9xy4", "7K2P9XY4"],
  ["mã mời ABCDEFGH", "ABCDEFGH"],
  ["ＢＡＩ１", "BAI1"],
  ["Y8U7 Q6K4 A2B3", "Y8U7Q6K4A2B3"],
  ["y8u7-q6k4-a2b3", "Y8U7Q6K4A2B3"],
  ["y8u7q6k4a2b3", "Y8U7Q6K4A2B3"],
  ["Y 8 U 7 Q 6 K 4 A 2 B 3", "Y8U7Q6K4A2B3"],
  ["Y8U7.Q6K4.A2B3", "Y8U7Q6K4A2B3"],
  ["MA Y8U7 Q6K4 A2B3", "Y8U7Q6K4A2B3"],
  ["mã mời Y8U7Q6K4A2B3", "Y8U7Q6K4A2B3"],
  ["Mã giấy ghi nhận: Y8U7 Q6K4 A2B3 ạ", "Y8U7Q6K4A2B3"],
  ["mã của tôi là Y8U7 Q6K4 A2B3", "Y8U7Q6K4A2B3"],
  ["mã chuyển máy Y8U7Q6K4A2B3", "Y8U7Q6K4A2B3"],
  ["Ｙ８Ｕ７Ｑ６Ｋ４Ａ２Ｂ３", "Y8U7Q6K4A2B3"],
  ["Q2M8P3P8 thật hay giả", "Q2M8P3P8"],
  ["kiểm tra giấy Q2M8 P3P8", "Q2M8P3P8"],
])("%j is %s", (text, code) => expect(codeIn(text)).toBe(code));

test.each([
  "menu",
  "học bài mới",
  "7",
  "123456",
  "abcdefgh",
  "mã OTP là gì",
  "tôi muốn học bài 1 hôm nay nhé các cháu ơi",
  "7K2P9XY0",
  "079 203 012 345",
  "Y8U7Q6K4A2B",
  "Y8U7Q6K4A2B3C4",
  "8Y7U6Q4K2A3B",
  "ABCDEFGHJKMN",
  "mã Y8U7 Q6K4 A2B3 này cháu nhận được hôm qua nhé",
  "mã",
  "",
])("%j is none", (text) => expect(codeIn(text)).toBeNull());

test("a code made now is read back however it is typed, is 2^45 wide, and is no secret, no number and no poster", () => {
  expect(23 ** 6 * 8 ** 6).toBeGreaterThan(2 ** 45);
  for (let n = 0; n < 500; n++) {
    const code = spokenCode((below) => Math.floor(random() * below));
    expect(isSpokenCode(code)).toBe(true);
    expect(opensSomebody(code)).toBe(true);
    expect(grouped(code)).toMatch(/^[A-Z2-9]{4} [A-Z2-9]{4} [A-Z2-9]{4}$/);
    for (const typed of [code, grouped(code), grouped(code).replaceAll(" ", "-"), code.toLowerCase()])
      for (const said of [typed, `MA ${typed}`, `mã mời: ${typed}`, `mã của bác là ${typed}`, `${typed} ạ`]) {
        expect(codeIn(said), said).toBe(code);
        expect(meantAsCode(said, code), said).toBe(true);
        expect(sensitive(said), said).toBeNull();
        expect(cleaned(said), said).toBe(said);
      }
    expect(codeTyped(` ${grouped(code)} `)).toBe(code);
  }
});

test.each(["XOM3", "SAMSUNG5", "BAI12", "ABCDEFGH", "Y8U7"])("%s opens nobody", (code) =>
  expect(opensSomebody(code)).toBe(false));

test("a number plate is not meant as a code, a code with its word before it is", () => {
  expect(meantAsCode("29C 345.67", "29C34567")).toBe(false);
  expect(meantAsCode("mã 29C34567", "29C34567")).toBe(true);
});

test.each(["ABCDEF23", "ABCDEFG2", "ABC23456"])("%s, letters and then a number, opens nobody", (code) =>
  expect(opensSomebody(code)).toBe(false));

test("whatever stands in a field for a code is read as one, also where it can be none", () => {
  expect(codeTyped("mã 7k2p 9xy4")).toBe("7K2P9XY4");
  expect(codeTyped(" abc-123 x ")).toBe("ABC123X");
  expect(codeTyped("")).toBe("");
});

test("a long text is no code, however it ends", () => {
  const before = (n: number) => `${"ma ".repeat(n)}7K2P9XY4`;
  expect(codeIn(before(10))).toBe("7K2P9XY4");
  expect(codeIn(before(11))).toBeNull();
  // Signs that are not read count too: 160 are looked at, no more.
  expect(codeIn(`7K2P9XY4${".".repeat(152)}`)).toBe("7K2P9XY4");
  expect(codeIn(`7K2P9XY4${".".repeat(153)}`)).toBeNull();
});

test("eight letters are a code only behind the word that says so", () => {
  expect([codeIn("ABCDEFGH"), codeIn("mã ABCDEFGH"), codeIn("ABCDEFGH nhé")]).toEqual([null, "ABCDEFGH", null]);
  expect([codeIn("23456789"), codeIn("23456789 ạ")]).toEqual([null, null]);
});
