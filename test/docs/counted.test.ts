import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verbs } from "../../src/cli/verbs.ts";

// What a page counts or lists grows stale in silence, unless something counts again.

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("the changes since the last release count the facts that there are", () => {
  const since = read("CHANGELOG.md").split(/^## /m)[1] ?? "";
  const facts = read("docs/facts.md").match(/^\| `/gm)?.length;
  expect(Number(/(\d+) facts/.exec(since)?.[1])).toBe(facts);
});

test("the README lists every verb of the command line, and none that is not there", () => {
  const section = read("README.md").split("**On the command line**")[1]?.split("\n**")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  const listed = rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([a-z]+)/g)].map(([, verb]) => verb));
  expect([...new Set(listed)].sort()).toEqual(Object.keys(verbs).sort());
});

test("the pages for those who work on it name every script that writes a file", () => {
  const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> }; // npm's form
  const named = read("README.md") + read("CONTRIBUTING.md");
  const missing = Object.keys(scripts).filter((name) => /^(docs:|tables$)/.test(name) && !named.includes(name));
  expect(missing).toEqual([]);
  expect(readdirSync(new URL("../../scripts", import.meta.url))).toContain("learn-urgent.ts");
});

test("a walk that only says is filled in to what is kept", async () => {
  const { played } = await import("../conversation.ts");
  const { realLibrary, realWorld } = await import("../universe.ts");
  const kept = read("content/guides/ho-chieu.walk.test.yaml");
  const world = realWorld(realLibrary());
  const begun = kept.replace(/^ {4}(hears|writes):.*\n( {6}.*\n| *\n)*/gm, "");
  expect(begun).not.toMatch(/hears|writes/);
  expect(played(begun, world)).toBe(kept);
});
