import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readHeld, stateOf, writeHeld } from "../../scripts/held.ts";

const files = [
  { path: "content/lessons/a.yaml", hash: "1" },
  { path: "docs/a.md", hash: "2" },
  { path: "src/a.ts", hash: "3" },
];
const at = { day: "2026-11-30", node: "v20" };
const changed = (path: string) => files.map((f) => (f.path === path ? { ...f, hash: "x" } : f));

test("what held stands while nothing the check looks at has changed", () => {
  const before = stateOf("content", files, at);
  expect(stateOf("content", [...files], at)).toBe(before);
  expect(stateOf("content", changed("docs/a.md"), at)).toBe(before);
});

test.each([
  ["a lesson", "content", changed("content/lessons/a.yaml"), at],
  ["a source", "content", changed("src/a.ts"), at],
  ["a file more", "content", [...files, { path: "flows/b.yaml", hash: "4" }], at],
  ["a file less", "content", files.slice(1), at],
  [
    "a file of another name",
    "content",
    files.map((f) => ({ ...f, path: f.path.replace("lessons/a", "lessons/b") })),
    at,
  ],
  ["the next day", "content", files, { ...at, day: "2026-12-01" }],
  ["another Node", "content", files, { ...at, node: "v22" }],
  ["a page, for a check that looks at everything", "docs", changed("docs/a.md"), at],
])("%s: it is looked at again", (_, name, now, when) => {
  expect(stateOf(name, now, when)).not.toBe(stateOf(name, files, at));
});

test("two checks never stand for one another", () => {
  expect(stateOf("docs", files, at)).not.toBe(stateOf("leaks", files, at));
});

test("notes that are gone or spoilt only mean looking again", () => {
  const folder = mkdtempSync(join(tmpdir(), "held-"));
  const file = join(folder, "deep/held.json");
  try {
    expect(readHeld(file)).toEqual({});
    writeHeld(file, { docs: "abc" });
    expect(readHeld(file)).toEqual({ docs: "abc" });
    for (const spoilt of ["", "{", "null", "[1]", '{"docs":1}']) {
      writeFileSync(file, spoilt);
      expect(readHeld(file)).toEqual({});
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
