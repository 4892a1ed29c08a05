import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const signs = join(import.meta.dirname, "../../src/scam/signs");

/** The words each sign looks for, one after the other, as they stand in its source: its own worst text. */
const wordsOfSigns: readonly (readonly [string, string])[] = readdirSync(signs).map((file) => {
  const source = readFileSync(join(signs, file), "utf8").replace(/^\s*(\/\/|\/\*|\*|import).*$/gm, "");
  const literals = [...source.matchAll(/"([^"]*)"|`([^`]*)`/g)].map((m) => m[1] ?? m[2] ?? "");
  const words = literals.join(" ").match(/[a-z0-9][a-z0-9 ]*[a-z0-9]/g) ?? [];
  return [`words of ${file.replace(".ts", "")}`, `${words.join(" ")} `];
});

const count = (n: number, each: (i: number) => string): string => Array.from({ length: n }, (_, i) => each(i)).join("");

/** What is repeated until a text is as long as it may be. Each once made something cost more than its length, or is a neighbour of one that did. */
export const repeated: readonly (readonly [name: string, unit: string])[] = [
  ["a figure the pattern of recovery reads twice", "100 "],
  ["one character that is six", "㌖"],
  ["one character that is eighteen", "ﷺ"],
  ["a letter under a tower of marks", `a${"\u0301\u0323".repeat(60)}`],
  ["a mark alone", "\u0301"],
  ["one word", "a"],
  ["one word of short words", "anananananan"],
  ["known words without a space", "chuyenkhoanngaylapmatkhau"],
  ["letters apart", "c h u y e n "],
  ["links", "vneid.top/a "],
  ["links without an end", "http://"],
  ["links in links", "http://a.com/"],
  ["puny links", `xn--${"9".repeat(55)}.com `],
  ["@", "@"],
  ["a@", "a@"],
  ["mail", "a.b@c.vn "],
  ["apk", "a.apk "],
  [".apk", ".apk"],
  ["dots", "a."],
  ["dashes", "a-"],
  ["slashes", "/"],
  ["three digits", "123 "],
  ["one digit", "1 "],
  ["twelve digits", "012345678901 "],
  ["digits and commas", "1,"],
  ["digits on lines of their own", "123456789.\n"],
  ["digits far apart", "123456              "],
  ["codes", "a12345 "],
  ["dates", "1/1/2025 "],
  ["dates of birth", "ngay sinh 1/1/2000 "],
  ["sums", "1.000 "],
  ["digits in words", "không một "],
  ["digits in words with words between", "mot hai ba bon roi "],
  ["accounts", "stk 123456789 "],
  ["three digits called a code", "stk 123 cvv 123 "],
  ["passwords", "mat khau la "],
  ["passwords of whom", "mat khau cua toi "],
  ["mk:", "mk:"],
  ["bans", "khong chuyen khoan "],
  ["bans between ends of sentences", "khong gui . gui tien "],
  ["quotes", "«"],
  ["nested quotes", `("'`],
  ["markup", "**[_`"],
  ["angle brackets", "<a href="],
  ["right to left", "\u202e\u200f"],
  ["nothing to see", "\u200b"],
  ["new lines", "\n"],
  ["emoji joined", "👩‍👩‍👧‍👦"],
  ["commands", "menu "],
  ["question marks", "?"],
  ...wordsOfSigns,
];

/** At least so many characters of it. */
export const long = (unit: string, characters: number): string =>
  unit.repeat(Math.ceil(characters / unit.length)).slice(0, characters);

/** As people would send them. */
export const whole: readonly (readonly [name: string, text: string])[] = [
  ["the message that stopped the server", `mk: abc123 lấy lại ${"100 ".repeat(40)}x`],
  ["its longer sister", `mk: abc123 lấy lại ${"100 ".repeat(900)}x`],
  ["may man duoc", `ban ${"may man duoc da vua ".repeat(90)}x`],
  ["a word of 60 KB", "a".repeat(60_000)],
  ["a thousand different words", count(1_000, (i) => `q${i.toString(36)} `)],
  ["half surrogate pairs", "\ud800".repeat(900)],
  ["half surrogate pairs between words", "tien \udc00".repeat(200)],
  ["NUL", "\0".repeat(900)],
  ["NUL between words", "chuyen\0khoan ".repeat(140)],
  ...repeated.map(([name, unit]) => [name, long(unit, 4_000)] as const),
];

/** What was dearest to look at, one for each way in which it was. */
export const worst: typeof whole = whole.filter(([name]) =>
  [
    "the message that stopped the server",
    "its longer sister",
    "one character that is eighteen",
    "links",
    "bans between ends of sentences",
    "may man duoc",
    "a letter under a tower of marks",
    "known words without a space",
    "three digits",
    "passwords",
  ].includes(name),
);
