import { expect, test } from "vitest";
import { noLexicon } from "../../../src/content/search/lexicon.ts";
import { nearestLines } from "../../../src/content/search/nearest-lines.ts";

const questions = [
  { file: "a.txt", topic: "mat-khau", lines: ["quên mật khẩu rồi", "đổi mật khẩu kiểu gì"] },
  { file: "b.txt", topic: "tam-tru", lines: ["đăng ký tạm trú", "quên gia hạn tạm trú"] },
].map(({ lines, ...of }) => ({ ...of, lines: lines.map((text, i) => ({ line: i + 1, text })) }));
const near = (text: string) => nearestLines(questions, noLexicon, text, 3);

test("the nearest sample questions come first, with their topic; the very words are 1", () => {
  expect(near("quen mat khau roi")[0]).toEqual({ text: "quên mật khẩu rồi", topic: "mat-khau", likeness: 1 });
  const [first, second] = near("đăng ký khai tạm trú");
  expect(first?.topic).toBe("tam-tru");
  expect(first?.likeness).toBeGreaterThanOrEqual(second?.likeness ?? 0);
  expect(first?.likeness).toBeLessThan(1);
});

test("words nobody wrote, or none, are near to nothing", () => {
  expect(near("qwrtp zzxcv")).toEqual([]);
  expect(near("")).toEqual([]);
});
