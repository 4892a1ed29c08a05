import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import type { Figures } from "./figures.ts";
import { type ServerName, titles } from "./servers.ts";

/** The figures as lines of Markdown that also read well in a terminal. */
export const reportOf = (f: Figures): string =>
  [
    `${f.date}, ${f.machine}`,
    `\`${f.command}\``,
    "",
    ...table(
      [
        "server",
        "turns/s",
        "p50 ms",
        "p99 ms",
        "CPU µs/turn",
        "memory MB",
        "CPU turn 2",
        "CPU turn 200",
        "turn 200 : 2",
      ],
      Object.entries(f.servers).map(([name, { load, long }]) => [
        // The keys were put there from the same names.
        titles[name as ServerName],
        number(load.turnsPerSecond, 0),
        number(load.p50, 1),
        number(load.p99, 1),
        number(load.cpuMicros, 0),
        number(load.rssMb, 0),
        number(long.early, 0),
        number(long.late, 0),
        number(long.ratio, 2),
      ]),
    ),
    "",
    ...table(
      ["what", "measured", "budget", ""],
      f.budgets.map(({ what, measured, budget, kept }) => [what, measured, budget, kept ? "kept" : "MISSED"]),
    ),
  ].join("\n");

/** CPU, cores, memory, Node, the cost of a synchronous write, and how busy others kept the machine before the run. */
export const machine = (syncMs: number, busy: number): string => {
  const [cpu] = cpus();
  return `${cpu?.model.trim() ?? "unknown CPU"}, ${cpus().length} cores, ${number(totalmem() / 2 ** 30, 0)} GB, ${process.platform}, Node ${process.versions.node}, fdatasync ${number(syncMs, 2)} ms, load ${number(busy, 1)}`;
};

export const number = (value: number, digits: number): string => (Number.isFinite(value) ? value.toFixed(digits) : "–");

const begin = "<!-- measured: begin -->";
const end = "<!-- measured: end -->";

/** Puts a report between the markers of a page; everything else on it stays. */
export const writeReport = (page: string, report: string): void => {
  const text = readFileSync(page, "utf8");
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no place for the figures: ${begin} … ${end}`);
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n${report}\n${text.slice(to)}`);
};

/** Columns as wide as their widest cell. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((c, i) => (i === 0 ? c.padEnd(widths[i] ?? 0) : c.padStart(widths[i] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((w, i) => (i === 0 ? `:${"-".repeat(w + 1)}` : `${"-".repeat(w + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)];
};
