import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bare, fold, plainDigit, plainSigns } from "../../src/kit/text.ts";

/** The three folds there were, each written out, as a measure for the one they became. */
const before = {
  fold: (text: string) =>
    text
      .normalize("NFKC")
      .replace(/[\p{Cf}\p{Cc}]/gu, " ")
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .replace(/[đĐ]/g, "d")
      .replace(/[ƀɃ]/g, "b")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}?]+/gu, " ")
      .trim(),
  bare: (text: string) =>
    text
      .normalize("NFKC")
      .replace(/\p{Cf}/gu, "")
      .replace(/\p{Cc}/gu, " ")
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .replace(/[\p{Pd}\u2212]/gu, "-")
      .replace(/[đĐ]/g, "d")
      .replace(/\p{Nd}/gu, plainDigit)
      .toLowerCase(),
  /** Of one sign that is neither invisible nor a control. */
  sign: (sign: string) =>
    sign
      .normalize("NFKD")
      .replace(/\p{Mn}/gu, "")
      .replace(/[\p{Pd}\u2212]/gu, "-")
      .replace(/[đĐ]/gu, "d")
      .toLowerCase(),
};

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ..."aăâeêioôơuưyđĐÀẾỘữỹ?-–−.,! 0٣９①ﬁ㌖İ\u0301\u0300\u0303\u0309\u0323\u200b\u200e\u00ad\t\n\0ƀɃ",
  ),
});
const texts = fc.oneof(vietnamese, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

describe("one way to make Vietnamese bare gives what each of the three gave", () => {
  test("fold", () =>
    fc.assert(
      fc.property(texts, (text) => void expect(fold(text)).toBe(before.fold(text))),
      { numRuns: 1000 },
    ));
  test("bare", () =>
    fc.assert(
      fc.property(texts, (text) => void expect(bare(text)).toBe(before.bare(text))),
      { numRuns: 1000 },
    ));
  test("the signs of a message looked at for tricks: every one of the first two planes", () => {
    for (let point = 0; point < 0x20000; point++) {
      const sign = String.fromCodePoint(point);
      if (/[\p{Cf}\p{Cc}]/u.test(sign) || (point >= 0xd800 && point < 0xe000)) continue;
      if (plainSigns(sign) !== before.sign(sign)) expect(plainSigns(sign), point.toString(16)).toBe(before.sign(sign));
    }
  });
});
