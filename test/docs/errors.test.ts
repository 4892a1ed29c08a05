import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorsPage } from "../../scripts/docs-errors.ts";
import { faults } from "../../src/errors.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("docs/errors.md says what src/errors.ts says (npm run docs:errors writes it)", () => {
  expect(read("docs/errors.md")).toBe(errorsPage());
});

test("the operating guide explains every code in Vietnamese", () => {
  const guide = read("docs/van-hanh.md");
  expect(Object.keys(faults).filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
});
