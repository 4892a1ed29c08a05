import { describe, expect, test } from "vitest";
import { costOf } from "../../scripts/pattern-cost.ts";
import { patterns, patternsIn } from "../../scripts/patterns.ts";
import { seeded } from "../../src/kit/seeded.ts";
import { stepsOf, wordsOf } from "./steps.ts";

describe("what a pattern costs", () => {
  test.each([
    /(a|a)*b/,
    /(100 |[0-9]+ )*x/,
    /(a*)*b/,
    /^(a*)*b/,
    /(a+)+b/,
    /^(?:may man duoc |may man |duoc )*x/,
    /^(\w+\s?)*$/,
    /^(([a-z])+.)+[A-Z]([a-z])+$/,
  ])("%s is exponential", (pattern) => {
    expect(costOf(pattern)).toMatch(/exponential|quadratic/);
    expect(costOf(new RegExp(`^(?:${pattern.source.replace("^", "")})`))).toMatch(/^exponential/);
  });

  test.each([
    /\S+@\S+/,
    /[\p{L}\p{N}_.-]+\.apk\b/u,
    /\s+$/,
    /^\s*\s*x/,
    /b(b*c)?/g,
    /(?=.*x)y/,
    /a.*b.*c/,
    /x*y*x*z/,
    /\d{0,500}x/,
    /“[^”]*”/u,
    /^(a|b)*a(a|b)*$/,
    /\ba\w*-?\w*;/i,
  ])("%s is quadratic", (pattern) => expect(costOf(pattern)).toMatch(/^quadratic/));

  test.each([
    /\s+/g,
    /[^a-z]+/g,
    /\b\w+@/,
    /(?<!\S)\S+@\S+/,
    /(?<!\/)\/+$/,
    /(?<= )(?:chuyen(?: [^. ]+){0,6} tien)(?= )/g,
    /"[^"]*"/,
    /^(a|b)*$/,
    /\S{1,64}@/,
    /x(?=[/:]|\s|$)/,
    /^.*x/,
    /x*y/y,
  ])("%s is linear", (pattern) => expect(costOf(pattern)).toBeNull());

  test("what it cannot prove it refuses", () => expect(costOf(/(?<=ca*)b/)).toMatch(/^cannot be proved/));

  test("its word holds against a matcher that counts, for patterns made at random", () => {
    const random = seeded(7);
    const pick = (below: number): number => Math.floor(random() * below);
    const atom = (deep: number): string => {
      const made = pick(deep > 0 ? 7 : 4);
      if (made < 3) return ["a", "b", "[ab]"][made] ?? "a";
      if (made === 3) return "\\b";
      return `(?:${Array.from({ length: 1 + pick(2) }, () => piece(deep - 1)).join("|")})`;
    };
    const piece = (deep: number): string =>
      Array.from({ length: 1 + pick(3) }, () => {
        const one = atom(deep);
        return one === "\\b" ? one : `${one}${["", "", "*", "+", "?"][pick(5)]}`;
      }).join("");
    let linear = 0;
    for (let i = 0; i < 300; i++) {
      const pattern = new RegExp(`${pick(2) ? "^" : ""}${piece(2)}c`, "g");
      if (costOf(pattern) !== null) continue;
      linear += 1;
      for (const word of ["a", "b", "ab", "ba", "aab", ...wordsOf(pattern, pick)]) grows(pattern, word, 60);
    }
    expect(linear).toBeGreaterThan(100);
  });
});

describe("the patterns of the house", async () => {
  const all = await patterns();

  test("are all seen, also those put together from tables", () => {
    expect(all.length).toBeGreaterThan(400);
    expect(all.filter(({ pattern }) => pattern === null)).toEqual([]);
    expect(all.filter(({ at }) => at.startsWith("src/scam/phrases.ts")).length).toBeGreaterThan(60);
  });

  test("one that is made when it is needed, or handed over as a string, is no secret", () => {
    const found = patternsIn('const a = (w: string) => new RegExp(w);\nx.match("a+");\nconst b = RegExp("a");', "x.ts");
    expect(found).toEqual([
      { line: 1, pattern: "made" },
      { line: 2, pattern: null },
      { line: 3, pattern: "made" },
    ]);
  });

  test("read a text of their own words, repeated, in steps that grow with its length and no faster", () => {
    const random = seeded(50);
    const known = new Map(all.flatMap(({ pattern }) => (pattern ? [[String(pattern), pattern] as const] : [])));
    for (const pattern of known.values()) {
      const words = wordsOf(pattern, (below) => Math.floor(random() * below));
      for (const word of words.slice(0, 8)) grows(pattern, word, 400);
    }
  }, 120_000);
});

/** Twice the text, and no more than twice the steps; a repetition with a bound may still fill up on the way. */
const grows = (pattern: RegExp, word: string, length: number): void => {
  const text = (n: number): string => `${word.repeat(Math.ceil(n / word.length))}\u0001`;
  const [once, twice] = [stepsOf(pattern, text(length)), stepsOf(pattern, text(2 * length))];
  expect(twice, `${pattern} on ${JSON.stringify(word)} repeated`).toBeLessThanOrEqual(2.5 * once + 2_000);
  expect(twice / (2 * length), `${pattern} on ${JSON.stringify(word)} repeated`).toBeLessThan(1_000);
};
