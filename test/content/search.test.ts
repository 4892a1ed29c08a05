import { describe, expect, test } from "vitest";
import { loadLibrary } from "../../src/content/library.ts";
import { naughty } from "../engine/naughty.ts";
import { realLibrary } from "../universe.ts";

const loaded = loadLibrary(".");
if (!loaded.ok) throw new Error(loaded.problems.map((p) => `${p.file}:${p.line} ${p.says}`).join("\n"));
const { library } = loaded;
const first = (text: string): string | undefined => library.search(text, "vi")[0]?.id;

describe("one question, however it is written", () => {
  test.each([
    "quên mật khẩu VNeID",
    "quen mat khau vneid",
    "quên mk vnied",
    "quen pass vneid",
    "queen maatj khaaur vneid",
    "hông nhớ mật khẩu vneid",
    "quên matkhau vneid",
    "QUÊN MẬT KHẨU VNEID!!!",
  ])("%s", (text) => {
    expect(first(text)).toBe("vneid-mat-khau");
  });
});

test.each([
  ["gplx sắp hết hạn", "gplx-doi"],
  ["bằng xe hơi hết hạn", "gplx-doi"],
  ["nhập khẩu cho vợ", "cu-tru-thuong-tru"],
  ["nhà có người ngủ nhờ", "cu-tru-luu-tru"],
])("another word for the same thing: %s", (text, topic) => {
  expect(first(text)).toBe(topic);
});

test.each([
  "thời tiết ngày mai",
  "gia vang hom nay",
  "kết quả xổ số",
  "lúa bị rầy phun thuốc gì",
  "đau đầu uống thuốc gì",
  "tối nay đá bóng mấy giờ",
  "asdfgh qwrtp",
])("nothing is offered for: %s", (text) => {
  expect(library.search(text, "vi")).toEqual([]);
});

test.each(["cho gặp người thật", "số điện thoại của ủy ban"])("asks for a person: %s", (text) => {
  expect(library.wantsPerson(text)).toBe(true);
  expect(library.search(text, "vi")).toEqual([]);
});

test("marks that differ are different words: bão is not báo", () => {
  expect(first("ngày mai có bão không")).toBeUndefined();
});

test("the reasons name the words and the phrase", () => {
  const { found, silent } = library.explain("quên mật khẩu vneid");
  expect(silent).toBeNull();
  expect(found[0]?.words.join(" ")).toMatch(/quên|quen/u);
  expect(found[0]?.words.join(" ")).toMatch(/mật khẩu|mat khau|mat_khau/u);
  expect(found[0]?.phrase).not.toBe("");
  expect(library.explain("giá vàng hôm nay").silent).toContain("something else");
});

test("scores are between 0 and 1 and fall", () => {
  const scores = library.search("đăng ký tạm trú trên điện thoại", "vi").map((f) => f.score);
  expect(scores.length).toBeGreaterThan(0);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores.every((s) => s > 0 && s <= 1)).toBe(true);
});

test.each([
  "",
  " ",
  "?",
  "constructor",
  "__proto__",
  "toString",
  "\ud800",
  "🙂",
  "a".repeat(1_000_000),
  "vneid ".repeat(200_000),
  "\u0301".repeat(5_000),
  "đ".repeat(100_000),
  "9".repeat(50_000),
  ...naughty,
])("nothing typed makes it fall over (%#)", (text) => {
  expect(() => library.explain(text)).not.toThrow();
});

/** Whatever sample questions are written, these hold: the words of the pages alone. */
const pagesOnly = realLibrary();

describe("phrases a commune attached", () => {
  const question = "nuôi chó có phải khai báo không";
  const phrases = [{ text: "nuôi chó phải khai báo ở đâu", topic: "guide:dvc-danh-gia" }];
  const top = (text: string, of = phrases) => pagesOnly.answer(text, of).found[0]?.id;

  test.each([
    question,
    "nuoi cho phai khai bao o dau",
    "khai báo nuôi chó",
  ])("answer what was silent before: %s", (text) => {
    expect(pagesOnly.answer(text).sure).toBe(false);
    expect(pagesOnly.answer(text, phrases)).toMatchObject({ sure: true });
    expect(top(text)).toBe("dvc-danh-gia");
  });

  test("leave every other question as it was", () => {
    for (const text of ["quên mật khẩu VNeID", "đăng ký tạm trú", "thời tiết ngày mai", "cho gặp người thật"])
      expect(pagesOnly.answer(text, phrases)).toEqual(pagesOnly.answer(text));
  });

  test("taken back, or of a topic that is no longer taught, change nothing", () => {
    expect(pagesOnly.answer(question, [])).toEqual(pagesOnly.answer(question));
    expect(pagesOnly.answer(question, [{ text: question, topic: "guide:khong-con" }])).toEqual(
      pagesOnly.answer(question),
    );
  });
});

test("below the line the nearest are named without being sure of them, and rubbish is not worth a person's eye", () => {
  expect(pagesOnly.answer("xin cái giấy để đào cát dưới suối")).toMatchObject({
    sure: false,
    person: false,
    readable: true,
  });
  expect(pagesOnly.answer("xin cái giấy để đào cát dưới suối").found.length).toBeGreaterThan(2);
  expect(pagesOnly.answer("thời tiết ngày mai")).toMatchObject({
    found: [],
    sure: false,
    person: false,
    readable: true,
    outside: true,
  });
  expect(pagesOnly.answer("qwxz zzz")).toMatchObject({ found: [], sure: false, readable: false, outside: false });
  expect(pagesOnly.answer("gọi giúp tôi người thật")).toMatchObject({ found: [], person: true });
});
