import type { Language } from "../kit/bilingual.ts";
import { composed } from "../kit/text.ts";
import { inLanguage, type Said } from "./said.ts";

/** Rows under a head; numbers stand to the right. */
export type Table = {
  readonly head: readonly Said[];
  readonly rows: readonly (readonly (Said | number | null)[])[];
};

const gap = "  ";

/**
 * A table as lines for a terminal, each column as wide as its widest cell; the last may be as long as it wants. Where the
 * others leave it no room on a screen of `width` letters, a row is a paragraph, a line a cell: broken lines cannot be read.
 */
export const tableLines = ({ head, rows }: Table, language: Language, width?: number): readonly string[] => {
  const cells = [head, ...rows].map((row) => row.map((cell) => oneLine(cell, language)));
  const widths = head.map((_, i) => Math.max(...cells.map((row) => wide(row[i] ?? ""))));
  const before = widths.slice(0, -1).reduce((sum, w) => sum + w + gap.length, 0);
  if (width !== undefined && rows.length > 0 && before + Math.min(widths.at(-1) ?? 0, LAST) > width)
    return paragraphs(cells);
  const right = head.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === "number"));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => {
        const blank = " ".repeat(Math.max(0, (widths[i] ?? 0) - wide(cell)));
        return right[i] ? blank + cell : cell + blank;
      })
      .join(gap)
      .trimEnd();
  const [top = [], ...under] = cells;
  return [
    line(top),
    widths.map((w, i) => "-".repeat(i === widths.length - 1 ? wide(cells[0]?.[i] ?? "") : w)).join(gap),
    ...under.map(line),
  ];
};

/** So many letters of the last column at least are read in one line. */
const LAST = 24;

const paragraphs = ([head = [], ...rows]: readonly (readonly string[])[]): readonly string[] =>
  rows.flatMap((row, n) => [
    ...(n === 0 ? [] : [""]),
    ...row.flatMap((cell, i) => (cell === "" ? [] : [head[i] ? `${head[i]}: ${cell}` : cell])),
  ]);

const oneLine = (cell: Said | number | null, language: Language): string =>
  (typeof cell === "number" ? String(cell) : inLanguage(cell ?? "", language)).replace(/\s+/gu, " ");

/** Letters as a terminal shows them: a mark of its own takes no place. */
const wide = (text: string): number => [...composed(text)].length;
