import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alike, begins, shared, within } from "../../src/engine/answers/alike.ts";
import { wordsOf } from "../../src/kit/vietnamese-words.ts";

const of = (words: string) => wordsOf(words);

describe("words said and words shown", () => {
  test("are alike word by word, and with marks left out", () => {
    expect(alike(of("gửi mã"), of("Gửi mã"))).toBe(true);
    expect(alike(of("gui ma"), of("Gửi mã"))).toBe(true);
    expect(alike(of("gửi"), of("Gửi mã"))).toBe(false);
    expect(alike(of("gửi mã đi"), of("Gửi mã"))).toBe(false);
    expect(alike(of("gửi mạ"), of("Gửi mã"))).toBe(false);
    expect(alike(of(""), of(""))).toBe(false);
  });

  test("a beginning is a beginning, and nothing is the beginning of nothing", () => {
    expect(begins(of("gui"), of("Gửi mã"))).toBe(true);
    expect(begins(of("gui ma"), of("Gửi mã"))).toBe(true);
    expect(begins(of("ma"), of("Gửi mã"))).toBe(false);
    expect(begins(of("gui ma roi"), of("Gửi mã"))).toBe(false);
    expect(begins(of(""), of("Gửi mã"))).toBe(false);
  });

  test("within needs every word, in any order, and no slip", () => {
    expect(within(of("ma gui"), of("Gửi mã cho tôi"))).toBe(true);
    expect(within(of("ma gui toi nay"), of("Gửi mã cho tôi"))).toBe(false);
    expect(within(of("chao"), of("cho tôi"))).toBe(false);
    expect(within(of(""), of("Gửi mã"))).toBe(false);
  });

  test("shared says how many of the words said stand there", () => {
    expect(shared(of("gui ma"), of("Gửi mã cho tôi"))).toBe(1);
    expect(shared(of("gui tien"), of("Gửi mã cho tôi"))).toBe(0.5);
    expect(shared(of("chuyen tien"), of("Gửi mã cho tôi"))).toBe(0);
    expect(shared(of(""), of("Gửi mã"))).toBe(0);
  });
});

/** How many letters must be put in, left out, changed, or changed places with the next, to make one word of another. */
const slips = (a: string, b: string): number => {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      const row = rows[i];
      if (row) row[j] = least;
    }
  return at(a.length, b.length);
};

describe("a slip of the finger", () => {
  // Few letters, so that words close to each other come often.
  const word = (min: number) => fc.string({ unit: fc.constantFrom("b", "c", "m"), minLength: min, maxLength: 6 });
  const known = (a: string, b: string): boolean => shared(of(a), of(b)) === 1;

  test("is one letter more, less or other, or two that changed places; never two slips", () => {
    fc.assert(
      fc.property(word(3), word(3), (a, b) => {
        expect(known(a, b), `${a} ${b}`).toBe(slips(a, b) <= 1);
      }),
      {
        numRuns: 3_000,
        examples: [
          ["bcm", "bcmb"],
          ["bcm", "cbm"],
          ["bcm", "bmc"],
          ["mbcm", "bcm"],
          ["bcmb", "bcmcm"],
          ["bbb", "bbb"],
        ],
      },
    );
  });

  test("is not forgiven in a word of one or two letters", () => {
    fc.assert(
      fc.property(word(1), word(1), (a, b) => {
        if (Math.min(a.length, b.length) < 3) expect(known(a, b), `${a} ${b}`).toBe(a === b);
      }),
    );
  });
});
