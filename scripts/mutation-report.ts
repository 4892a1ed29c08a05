import { readFileSync } from "node:fs";
import { z } from "zod";

const Place = z.object({ line: z.number(), column: z.number() });
const Change = z.looseObject({
  mutatorName: z.string(),
  replacement: z.string().optional(),
  location: z.object({ start: Place, end: Place }),
  status: z.string(),
});
type Change = z.infer<typeof Change>;
/** As much of a report of Stryker as is read here; the rest is kept. */
const Report = z.looseObject({ files: z.record(z.string(), z.looseObject({ mutants: z.array(Change) })) });
export type Report = z.infer<typeof Report>;

export const readReport = (path: string): Report => Report.parse(JSON.parse(readFileSync(path, "utf8")));

const noticed: ReadonlySet<string> = new Set(["Killed", "Timeout"]);
const unnoticed: ReadonlySet<string> = new Set(["Survived", "NoCoverage"]);

/** Where no test noticed, as Stryker takes places: only these need to be tried again once a test was written. */
export const placesUnnoticed = ({ files }: Report): readonly string[] => [
  ...new Set(
    Object.entries(files).flatMap(([path, { mutants }]) =>
      mutants
        .filter((m) => unnoticed.has(m.status))
        // Its reports count columns from 1, its places from 0.
        .map(
          ({ location: { start, end } }) => `${path}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
        ),
    ),
  ),
];

/** The earlier report with what became of those tried again. What a test noticed once it notices still: tests were only added. */
export const broughtUpToDate = (before: Report, again: Report): Report => {
  const files = Object.entries(before.files).map(([path, file]) => {
    const now = new Map((again.files[path]?.mutants ?? []).map((m) => [nameOf(m), m.status]));
    const mutants = file.mutants.map((m) =>
      unnoticed.has(m.status) ? { ...m, status: now.get(nameOf(m)) ?? m.status } : m,
    );
    return [path, { ...file, mutants }] as const;
  });
  return { ...before, files: Object.fromEntries(files) };
};

/** How many changes of each file were noticed, as a table for docs/mutations.md; what cannot run or is left out does not count. */
export const scoreTable = ({ files }: Report): string => {
  const rows = Object.entries(files).map(([path, { mutants }]) => row(`\`${path.replace(/^src\//, "")}\``, mutants));
  const all = Object.values(files).flatMap(({ mutants }) => mutants);
  return ["| file | changes | noticed | score |", "| --- | ---: | ---: | ---: |", ...rows, row("all", all)].join("\n");
};

const row = (name: string, mutants: readonly Change[]): string => {
  const well = mutants.filter((m) => noticed.has(m.status)).length;
  const all = well + mutants.filter((m) => unnoticed.has(m.status)).length;
  return `| ${name} | ${all} | ${well} | ${all === 0 ? "–" : `${((100 * well) / all).toFixed(1)} %`} |`;
};

const nameOf = ({ mutatorName, replacement, location }: Change): string =>
  JSON.stringify([mutatorName, replacement, location.start, location.end]);
