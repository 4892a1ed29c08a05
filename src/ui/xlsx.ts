import { OFFSET } from "../kit/vietnam-time.ts";
import type { Cell, Sheet } from "./column.ts";

/**
 * A sheet as an Excel file: numbers, shares, days and moments of their own kind, words as words that are never run. Takes
 * seconds for the rows of years, so it belongs into a worker (app/pool), never on a thread that answers people.
 */
export const xlsxOf = async ({ title, head, rows }: Sheet): Promise<Buffer> => {
  // Loaded when used: the server starts without it.
  const { default: write } = await import("write-excel-file/node");
  const widths = head.map((_, i) => width([head, ...rows].map((row) => row[i] ?? null)));
  return write(
    [head.map((text) => ({ ...typed(text), fontWeight: "bold" as const })), ...rows.map((row) => row.map(typed))],
    { sheet: sheetName(title), columns: widths.map((w) => ({ width: w })), stickyRowsCount: 1, stickyColumnsCount: 1 },
  ).toBuffer();
};

const typed = (cell: Cell) => {
  if (cell === null) return null;
  // The format "@" keeps words words also after somebody has edited the cell.
  if (typeof cell === "string") return { value: spoken(cell), type: String, format: "@", wrap: cell.length > WIDEST };
  if (typeof cell === "number")
    return { value: cell, type: Number, format: Number.isInteger(cell) ? "#,##0" : "#,##0.0" };
  if ("percent" in cell) return { value: cell.percent / 100, type: Number, format: "0.0%" };
  if ("day" in cell) return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
  // A spreadsheet knows no time zones: the clock of Viet Nam is what it is to show.
  return { value: new Date(cell.at + OFFSET), type: Date, format: "dd/mm/yyyy hh:mm" };
};

/** Without the signs XML forbids, and no longer than a cell may be. */
const spoken = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, "").slice(0, LONGEST);
const LONGEST = 32_767;

const WIDEST = 60;
const width = (cells: readonly Cell[]): number =>
  Math.min(WIDEST, Math.max(8, ...cells.map((c) => (typeof c === "string" ? c.length : c === null ? 0 : 14)))) + 2;

const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\']/g, " ")
    .slice(0, 31)
    .trim() || "1";
