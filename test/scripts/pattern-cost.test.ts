import ts from "typescript";
import { describe, expect, test } from "vitest";
import { calledLater } from "../../scripts/called-later.ts";
import { costOf } from "../../scripts/pattern-cost.ts";
import { patterns, patternsIn } from "../../scripts/patterns.ts";
import { stringPatterns } from "../../scripts/string-patterns.ts";
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

  test.each([
    ["const a = (w: string) => new RegExp(w);", "made"],
    ['const b = RegExp("a");', "made"],
    ['const R = RegExp; const c = new R("a");', null],
    ['new globalThis.RegExp("a");', null],
    ['new globalThis["RegExp"]("a");', null],
    ["const { RegExp: R } = globalThis;", null],
    ["words.map(RegExp);", null],
  ] as const)("%s is seen", (source, pattern) => {
    expect(patternsIn(source, "x.ts")).toEqual([{ line: 1, pattern }]);
  });

  test.each([
    "const a = (p: RegExp): boolean => p instanceof RegExp;",
    "type A = typeof RegExp;",
  ])("%s makes none", (source) => expect(patternsIn(source, "x.ts")).toEqual([]));

  test.each([
    ["const a = new RegExp(b);", false],
    ["const make = (w: string) => new RegExp(w);\nexport const all = [make('a')].map((p) => p);", false],
    ["const make = (w: string) => new RegExp(w);\nexport const all = words.map((w) => make(w));", false],
    ["function make(w: string) { return new RegExp(w); }\nconst all = (w: string) => make(w);\nall('a');", false],
    ["const make = (w: string) => new RegExp(w);\nexport const says = (w: string) => make(w).test(w);", false],
    ["const make = (w: string) => new RegExp(w);\napp.get('/', (q) => make(q));", true],
    ["const make = (w: string) => new RegExp(w);\nexport const all = words.map(make);", true],
    ["export const later = words.map((w) => () => new RegExp(w));", true],
    ["class A { static make(w: string) { return new RegExp(w); } }\nA.make('a');", true],
  ])("%s\n… runs later: %s", (text, later) => {
    const line = text.split("\n").findIndex((l) => l.includes("RegExp")) + 1;
    expect(calledLater([{ path: "a.ts", text }], "a.ts", line)).toBe(later);
  });

  test("what another file calls when somebody asks runs later too; one with the same name in a third does not count", () => {
    const made = { path: "a.ts", text: "export const make = (w: string) => new RegExp(w);" };
    const table = { path: "b.ts", text: 'import { make } from "./a.ts";\nexport const b = make("a");' };
    const other = { path: "c.ts", text: "const make = 1; export const c = () => make;" };
    const asked = {
      path: "d.ts",
      text: 'import { make } from "./a.ts";\nexport const d = (w: string) => tell(() => make(w));',
    };
    const through = { path: "f.ts", text: 'import { d } from "./d.ts";\nexport const f = d("a");' };
    const renamed = { path: "e.ts", text: 'import { make as m } from "./a.ts";\nexport const e = m("a");' };
    expect(calledLater([made, table, other], "a.ts", 1)).toBe(false);
    const passed = { path: "d.ts", text: 'import { make } from "./a.ts";\nexport const d = (w: string) => make(w);' };
    expect(calledLater([made, passed, through], "a.ts", 1)).toBe(false);
    const later = { path: "f.ts", text: 'import { d } from "./d.ts";\nexport const f = [d];' };
    expect(calledLater([made, passed, later], "a.ts", 1)).toBe(true);
    for (const one of [asked, renamed]) expect(calledLater([made, table, one], "a.ts", 1)).toBe(true);
  });

  test("a string that becomes a pattern is told from a pattern, whatever it is called", () => {
    const lines = [
      'import { unknown } from "somewhere"; declare const word: string; declare const either: string | RegExp; const a = /a/;',
      "word.match(a); word.search(/b/); for (const p of [/c/]) [...word.matchAll(p)]; own.search(word);",
      "declare const own: { search(w: string): number }; const own2 = (p: RegExp) => word.match(p);",
      "word.match(word);",
      'word["match"]("a+");',
      "word.search(either);",
      "word?.matchAll(`a${1}`);",
      "word.match(unknown);",
      "String.prototype.match.call(word, word);",
      "const handed = word.match;",
    ];
    const text = lines.join("\n");
    const host = ts.createCompilerHost({});
    const read = host.getSourceFile;
    host.getSourceFile = (path, target) =>
      path === "x.ts" ? ts.createSourceFile(path, text, target) : read(path, target);
    expect(stringPatterns([{ path: "x.ts", text }], host)).toEqual([4, 5, 6, 7, 8, 9, 10].map((n) => `x.ts:${n}`));
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
