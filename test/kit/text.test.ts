import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bounded, cut, longestText } from "../../src/kit/text.ts";

/** Characters that grow when they are taken apart, marks, halves of pairs, and ordinary words. */
const hostile = fc
  .array(
    fc.tuple(
      fc.constantFrom("㌖", "ﷺ", "ế", "\u0316\u0301", "\u0344", "\0", "\ud800", "\udc00", "😀", "a", "tiền ", "\u200b"),
      fc.integer({ min: 1, max: 1_500 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.map(([part, times]) => part.repeat(times)).join(""));

describe("bounded", () => {
  test("nothing is longer than the limit in any normal form, whatever is sent", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: longestText }), (text, most) => {
        const seen = bounded(text, most);
        for (const form of ["NFC", "NFD", "NFKC", "NFKD"] as const)
          expect(seen.normalize(form).length).toBeLessThanOrEqual(most);
        expect(seen).not.toMatch(/\0|\p{Cs}|\p{M}{9}/u);
        expect(bounded(seen, most)).toBe(seen);
      }),
      { numRuns: 60 },
    );
  });

  test("what people write stays as it is, also with its marks apart and in scripts that stack them", () => {
    for (const text of ["Tôi quên mật khẩu VNeID ạ 🙏", "Ơ̆i Ƀok H’Hen", "ដើម្បី", "བསྒྲུབས", "", "  2 "])
      for (const form of ["NFC", "NFD"] as const) expect(bounded(text.normalize(form))).toBe(text.normalize(form));
  });

  test("cuts between characters and says what came first", () => {
    expect(bounded("㌖㌖㌖", 12)).toBe("㌖㌖");
    expect(bounded("😀😀", 3)).toBe("😀");
  });
});

test("a cut text is the beginning of it, and no sign is cut in two", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "ế", "😀", "\u0301")), fc.nat(40), (signs, most) => {
      const text = signs.join("");
      const begin = cut(text, most);
      expect(text.startsWith(begin)).toBe(true);
      expect(begin).not.toMatch(/\p{Cs}/u);
      expect(begin.length).toBeGreaterThanOrEqual(Math.min(text.length, most - 1));
      expect(begin.length).toBeLessThanOrEqual(most);
    }),
  );
});
