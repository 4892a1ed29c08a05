import { expect, test } from "vitest";
import { impuritiesIn } from "../../scripts/check-engine-pure.ts";

const found = (source: string) => impuritiesIn(source, "x.ts").map(({ text }) => text);

test.each([
  ["const now = Date.now();", "Date"],
  ["const at = new Date(0);", "Date"],
  ["const x = Math.random();", "Math.random"],
  ['const x = Math["random"]();', "Math.random"],
  ["const { random } = Math;", "Math.random"],
  ["const v = process.env.X;", "process"],
  ["setTimeout(f, 1);", "setTimeout"],
  ["const f = { now: Date };", "Date"],
  ['const m = import("./x.ts");', "import()"],
  ["const d = import.meta.dirname;", "import.meta"],
  ["console.log(1);", "console"],
  ["const s = new Intl.Collator();", "Intl"],
])("%s is refused", (source, what) => {
  expect(found(source)).toEqual([what]);
});

test.each([
  "const x = Math.floor(Math.max(1, 2));",
  "const x = env.random() + env.now;",
  "const word = session.process;",
  "type T = { readonly process: string; readonly fetch: () => void };",
  "// Date.now() is forbidden here",
  'const says = "Date";',
])("%s is arithmetic, a name or words", (source) => {
  expect(found(source)).toEqual([]);
});
