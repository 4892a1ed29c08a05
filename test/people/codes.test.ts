import { expect, test } from "vitest";
import { codeIn } from "../../src/people/codes.ts";

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
])("%j is %s", (text, code) => expect(codeIn(text)).toBe(code));

test.each([
  "",
  "menu",
  "học bài mới",
  "7",
  "123456",
  "abcdefgh",
  "mã OTP là gì",
  "tôi muốn học bài 1 hôm nay nhé các cháu ơi",
  "7K2P9XY0",
])("%j is none", (text) => expect(codeIn(text)).toBeNull());
