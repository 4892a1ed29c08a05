import { expect, test } from "vitest";
import { type Formulas, formulasIn, type SaidText } from "../../../src/content/reading/formulas.ts";

const said = (...texts: readonly string[]): readonly SaidText[] =>
  texts.map((text, i) => ({ of: `guide:${i}`, key: "say", text }));
const none: Formulas = { spec: 1, names: { why: "không có tên nào", of: [] }, allowed: [] };
const limits = { words: 4, texts: 2 };
const found = (texts: readonly SaidText[], formulas: Formulas = none) =>
  formulasIn(texts, formulas, limits).formulas.map((f) => `${f.texts} ${f.phrase}`);

test("a phrase of four words in too many texts is told once, at its longest, with its places", () => {
  const texts = said(
    "Tiền mất rồi. {{You}} không có lỗi gì đâu.",
    "Ai cũng gặp, **{{you}} không có lỗi** gì đâu!",
    "{{you}} không có lỗi gì đâu",
    "Không ai có lỗi.",
  );
  expect(formulasIn(texts, none, limits).formulas).toEqual([
    { phrase: "you không có lỗi gì đâu", texts: 3, places: ["guide:0 say", "guide:1 say", "guide:2 say"] },
  ]);
});

test("as often as allowed is no formula; a full stop, a colon and a fact end a phrase", () => {
  expect(found(said("một hai ba bốn", "một hai ba bốn"))).toEqual([]);
  expect(found(said("một hai. ba bốn", "một hai: ba bốn", "một hai {{fact:a/b}} ba bốn"))).toEqual([]);
  expect(found(said("một, hai ba bốn", "một hai (ba) bốn", "một hai ba bốn"))).toEqual([]);
});

test("twice in one text is one text; a part is told only where it stands in many more", () => {
  expect(found(said("a b c d. a b c d", "a b c d"))).toEqual([]);
  const longer = said("a b c d e", "a b c d e", "a b c d e", "a b c d", "a b c d", "a b c d");
  expect(found(longer)).toEqual(["6 a b c d", "3 a b c d e"]);
});

test("a name counts as one word, a whole one; what is kept is not told, and told when it is idle", () => {
  const texts = said("hỏi Công an {{commune}} ngay", "hỏi công an {{commune}} ngay", "hỏi công an {{commune}} ngay");
  expect(found(texts)).toEqual(["3 hỏi công an commune ngay"]);
  expect(found(texts, { ...none, names: { ...none.names, of: ["Công an {{commune}}"] } })).toEqual([]);
  expect(found(texts, { ...none, names: { ...none.names, of: ["ông an"] } })).toHaveLength(1);
  const allowed = ["công an {{commune}} ngay", "câu nào nữa đây"].map((phrase) => ({
    phrase,
    why: "phải nghe một câu",
  }));
  const { formulas, idle } = formulasIn(texts, { ...none, allowed }, limits);
  expect([formulas, idle]).toEqual([[], ["câu nào nữa đây"]]);
});
