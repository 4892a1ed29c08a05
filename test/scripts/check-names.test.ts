import { expect, test } from "vitest";
import { exportsOf, normalisersIn, sharedNames } from "../../scripts/check-names.ts";

test("a text that is normalised by itself is found; a schema's method is not a text's", () => {
  expect(normalisersIn('const a = b.normalize("NFC");\nf(c().normalize());', "a.ts").map((p) => p.line)).toEqual([
    1, 2,
  ]);
  expect(normalisersIn('const a = z.string().normalize("NFC").trim();', "a.ts")).toEqual([]);
});

test("every way to export a value is seen, and types apart from them", () => {
  const source =
    "export const a = 1, b = 2;\nexport async function c() {}\nexport class D {}\nexport type E = 1;\nconst f = 1;";
  expect(exportsOf(source, "a.ts").map((p) => p.text)).toEqual(["a", "b", "c", "D"]);
  expect(exportsOf(`${source}\ntype G = 1;\nexport interface H {}`, "a.ts", "types").map((p) => p.text)).toEqual([
    "E",
    "H",
  ]);
});

test("a name two files give is told, but not where the folder says whose it is", () => {
  const give = (path: string) => ({ path, text: "export const send = 1;" });
  expect([...sharedNames([give("src/a.ts"), give("src/b/c.ts")])]).toEqual([["send", ["src/a.ts", "src/b/c.ts"]]]);
  const shape = (path: string) => ({ path, text: "export type Said = string;" });
  expect([...sharedNames([shape("src/a.ts"), shape("src/b/c.ts"), give("src/c.ts")], "types").keys()]).toEqual([
    "Said",
  ]);
  expect(
    sharedNames([give("src/channels/web/send.ts"), give("src/channels/telegram/send.ts"), give("src/a.ts")]).size,
  ).toBe(0);
});
