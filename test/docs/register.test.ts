import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { personalTables, tables } from "../store/personal-columns.ts";

// What an officer shows whoever asks what is kept of people: the register of processing, against every table there is.

const page = readFileSync(resolve(import.meta.dirname, "../../docs/bao-ve-du-lieu.md"), "utf8");
const register = page.slice(page.indexOf("\n## 2."), page.indexOf("\n## 3."));
const rows = register.split("\n").filter((line) => line.startsWith("| "));
const named = (text: string): readonly string[] => [...text.matchAll(/`([a-z_]+)`/g)].map(([, name = ""]) => name);

test("every table stands in the register once, and none that is gone", () => {
  expect([...named(register)].sort()).toEqual(Object.keys(tables).sort());
});

test("what holds something of residents has a row that says why, of what, by what right and who sees it", () => {
  expect(Object.keys(personalTables).filter((table) => !named(rows.join("\n")).includes(table))).toEqual([]);
  for (const row of rows)
    expect(
      row
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
      row,
    ).not.toContain("");
});
