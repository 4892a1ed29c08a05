import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/an-toan.md"), "utf8");

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they are numbered from 1 without a gap. */
const sections: Readonly<Record<string, number>> = {
  ...{ "V1.1": 2, "V1.2": 9, "V1.3": 11, "V1.4": 3, "V1.5": 2, "V2.1": 3, "V2.2": 3, "V2.3": 4, "V2.4": 1 },
  ...{ "V3.2": 2, "V3.3": 4, "V3.4": 6, "V3.5": 5, "V3.7": 2, "V4.1": 3, "V4.2": 1, "V4.3": 2, "V4.4": 4 },
  ...{ "V5.1": 1, "V5.2": 3, "V5.3": 2, "V5.4": 3, "V6.1": 3, "V6.2": 12, "V6.3": 4, "V6.4": 4, "V6.5": 5 },
  ...{ "V6.6": 3, "V6.8": 4, "V7.1": 3, "V7.2": 4, "V7.3": 2, "V7.4": 5, "V7.5": 2, "V7.6": 2, "V8.1": 2 },
  ...{ "V8.2": 3, "V8.3": 1, "V8.4": 1, "V9.1": 3, "V9.2": 4, "V10.1": 2, "V10.2": 2, "V10.3": 4, "V10.4": 11 },
  ...{ "V10.5": 5, "V10.6": 2, "V10.7": 3, "V11.1": 2, "V11.2": 3, "V11.3": 3, "V11.4": 4, "V11.5": 1, "V11.6": 1 },
  ...{ "V12.1": 3, "V12.2": 2, "V12.3": 4, "V13.1": 1, "V13.2": 5, "V13.3": 2, "V13.4": 5, "V14.1": 2, "V14.2": 4 },
  ...{ "V14.3": 3, "V15.1": 3, "V15.2": 3, "V15.3": 7, "V16.1": 1, "V16.2": 5, "V16.3": 4, "V16.4": 3, "V16.5": 3 },
  ...{ "V17.1": 1, "V17.2": 4, "V17.3": 2 },
};

const rows = page
  .split("\n")
  .filter((line) => /^\| V\d+\.\d+ \|/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, section = "", met = "", partly = "", unmet = "", not = "", why = "", proof = ""]) => ({
    section,
    met: numbers(met),
    open: [...numbers(partly), ...numbers(unmet)],
    not: numbers(not),
    why,
    proof,
  }));
function numbers(cell: string): readonly number[] {
  return cell === "" ? [] : cell.split(",").map((n) => Number(n.trim()));
}

test("every requirement of levels 1 and 2 stands in the table once", () => {
  expect(Object.values(sections).reduce((a, b) => a + b, 0)).toBe(253);
  expect(rows.map(({ section }) => section)).toEqual(Object.keys(sections));
  for (const { section, met, open, not } of rows)
    expect([section, [...met, ...open, ...not].sort((a, b) => a - b)]).toEqual([
      section,
      Array.from({ length: sections[section] ?? 0 }, (_, i) => i + 1),
    ]);
});

test("what is not met, or does not apply, says why; what is met names a test or a page that is there", () => {
  for (const { section, met, open, not, why, proof } of rows) {
    if (open.length + (met.length === 0 ? not.length : 0) > 0) expect(why.length, section).toBeGreaterThan(2);
    const paths = [...proof.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path);
    // A page of this very document proves what asks for a page.
    if (met.length > 0 && !why.includes("phần ")) expect(paths.length, section).toBeGreaterThan(0);
    for (const path of paths) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  }
});

test("the chapters' line is no better than their sections", () => {
  for (const [, chapter, level] of page.matchAll(/^\| (V\d+) [^|]*\| ([^|]+) \|/gm)) {
    const theirs = rows.filter(({ section }) => section.startsWith(`${chapter}.`));
    expect(theirs.length, chapter).toBeGreaterThan(0);
    if (level === "không áp dụng") expect(theirs.flatMap(({ met, open }) => [...met, ...open])).toEqual([]);
    if (level === "đạt") expect([chapter, theirs.flatMap(({ open }) => open).length <= 2]).toEqual([chapter, true]);
  }
});
