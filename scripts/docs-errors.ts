import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { faults } from "../src/errors.ts";
import { conclude, root, started } from "./files.ts";

// Writes docs/errors.md from src/errors.ts; with --check only compares.

/** The page of all faults, by who can put them right. */
export function errorsPage(): string {
  const all = Object.entries(faults);
  const part = ([cure, title]: readonly [string, string]) => {
    const rows = all
      .filter(([, entry]) => entry.cure === cure)
      .map(
        ([code, entry]) =>
          `| <a id="${code}"></a>\`${code}\` | ${entry.severity} | ${entry.says.en} | ${entry.todo.en} |`,
      );
    return rows.length === 0
      ? []
      : [
          `## ${title}`,
          "",
          "| code | severity | what happened | what to do |",
          "| --- | --- | --- | --- |",
          ...rows,
          "",
        ];
  };
  return [
    "# Errors",
    "",
    "Every expected failure, as it stands in logs and on the desk. A resident never sees a code. Written by `npm run docs:errors` from `src/errors.ts`; do not edit.",
    "",
    ...PARTS.flatMap(part),
  ].join("\n");
}

const PARTS = [
  ["operator", "For whoever runs the service"],
  ["author", "For whoever writes flows and content, or the code"],
  ["person", "For the person at the other end, who was told in their own words"],
  ["nobody", "Nothing to do"],
] as const;

if (started(import.meta.filename)) {
  const file = join(root, "docs/errors.md");
  if (process.argv.includes("--check")) {
    const same = readFileSync(file, "utf8") === errorsPage();
    conclude(
      "docs-errors",
      same ? [] : ["docs/errors.md is not what src/errors.ts says; run: npm run docs:errors"],
      `${Object.keys(faults).length} codes`,
    );
  }
  writeFileSync(file, errorsPage());
}
