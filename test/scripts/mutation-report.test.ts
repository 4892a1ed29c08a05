import { expect, test } from "vitest";
import { broughtUpToDate, placesUnnoticed, type Report, scoreTable } from "../../scripts/mutation-report.ts";

const change = (line: number, status: string, replacement = "false") => ({
  mutatorName: "BooleanLiteral",
  replacement,
  location: { start: { line, column: 3 }, end: { line, column: 7 } },
  status,
});
const report = (...mutants: ReturnType<typeof change>[]): Report => ({ files: { "src/people/codes.ts": { mutants } } });

const first = report(
  change(1, "Killed"),
  change(2, "Survived"),
  change(3, "NoCoverage"),
  change(3, "Survived", "null"),
  change(4, "Timeout"),
  change(5, "Ignored"),
  change(6, "RuntimeError"),
);

test("what no test noticed is tried again, each place once", () => {
  expect(placesUnnoticed(first)).toEqual(["src/people/codes.ts:2:2-2:6", "src/people/codes.ts:3:2-3:6"]);
});

test("what was tried again counts as it came out now, and everything else as before", () => {
  // The second place held a change that had been noticed; it is not asked again what became of it.
  const now = broughtUpToDate(first, report(change(1, "Survived"), change(2, "Killed"), change(3, "Killed", "null")));
  expect(now.files["src/people/codes.ts"]?.mutants.map((m) => m.status)).toEqual([
    ...["Killed", "Killed", "NoCoverage", "Killed", "Timeout", "Ignored", "RuntimeError"],
  ]);
});

test("the table says how many of a file were noticed, without what was left out or could not run", () => {
  expect(scoreTable(first).split("\n")).toEqual([
    "| file | changes | noticed | score |",
    "| --- | ---: | ---: | ---: |",
    "| `people/codes.ts` | 5 | 2 | 40.0 % |",
    "| all | 5 | 2 | 40.0 % |",
  ]);
  expect(scoreTable(report(change(1, "Ignored")))).toContain("| 0 | 0 | – |");
});
