import { conclude, files, started } from "./files.ts";

// Small files are read whole. At 250 lines one thinks again, at 500 one stops; only tables may be long.

const STOP = 500;
const THINK = 250;

/** Files that are nothing but a table, and what is in it. */
const TABLES: Readonly<Record<string, string>> = {
  "src/store/sqlite/tables.ts": "the columns of every table of the database, written by `npm run tables`",
};

/** The file of the middle, and those that are too long or nearly so. `lines` counts from 1. */
export function sizes(sources: readonly { path: string; lines: number }[]) {
  const sorted = sources.toSorted((a, b) => a.lines - b.lines);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.lines ?? 0;
  return {
    median: at(0.5),
    ninetieth: at(0.9),
    long: sorted.filter(({ path, lines }) => lines > STOP && !(path in TABLES)),
    nearly: sorted.filter(({ lines }) => lines > THINK && lines <= STOP),
  };
}

if (started(import.meta.filename)) {
  const sources = files("src")
    .filter(({ path }) => /\.tsx?$/.test(path))
    .map(({ path, text }) => ({ path, lines: (text ?? "").split("\n").length - 1 }));
  const { median, ninetieth, long, nearly } = sizes(sources);
  for (const { path, lines } of nearly) console.log(`${path}: ${lines} lines; is it still one thing?`);
  const faults = long.map(({ path, lines }) => `${path}: ${lines} lines, more than ${STOP}`);
  conclude("check-size", faults, `${sources.length} files, median ${median} lines, nine in ten under ${ninetieth + 1}`);
}
