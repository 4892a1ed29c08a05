import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorsPage } from "../../scripts/docs-errors.ts";
import { faults } from "../../src/errors.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("docs/errors.md says what src/errors.ts says (npm run docs:errors writes it)", () => {
  expect(read("docs/errors.md")).toBe(errorsPage());
});

test("the operating guide explains every code in Vietnamese, as the command line says it", () => {
  const rows = read("docs/van-hanh.md")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .flatMap(([, code = "", says, todo]) => (/^`[A-Z_]+`$/.test(code) ? [[code.replaceAll("`", ""), says, todo]] : []));
  expect(rows).toEqual(Object.entries(faults).map(([code, { says, todo }]) => [code, says.vi, todo.vi]));
});

test("every code is raised somewhere: nothing is explained that cannot happen", () => {
  const sources = readdirSync(new URL("../../src", import.meta.url), { recursive: true, encoding: "utf8" });
  const all = sources
    .filter((path) => /\.tsx?$/.test(path) && path !== "errors.ts")
    .map((path) => read(`src/${path}`))
    .join("\n");
  // Compared with, or a key of a table, is not raised.
  const raised = (code: string) => new RegExp(`(?<![=!]== )"${code}"(?!\\s*:)|\`${code}: `).test(all);
  expect(Object.keys(faults).filter((code) => !raised(code))).toEqual([]);
  expect(raised("NO_SUCH_CODE")).toBe(false);
});
