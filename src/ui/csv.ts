import { dayLabel, dayOf, timeLabel } from "../kit/vietnam-time.ts";
import type { Cell, Sheet } from "./column.ts";

/**
 * A sheet as CSV. Spreadsheets set to Vietnamese read `;` between cells, 82,5% and 22/11/2026; programs and those set to
 * English read `,`, 82.5% and 2026-11-22. A number that is taken for words cannot be added up, so the two go together.
 */
export const csvOf = ({ head, rows }: Sheet, between: Separator): string =>
  csvLines([head, ...rows.map((row) => row.map((cell) => written(cell, between)))], between);

export type Separator = ";" | ",";

/** Lines of cells. The mark at the start tells a spreadsheet that this is UTF-8; without it Vietnamese turns into noise. */
export const csvLines = (lines: readonly (readonly (string | number)[])[], between: Separator): string =>
  `\uFEFF${lines.map((cells) => cells.map((cell) => quoted(String(cell), between)).join(between)).join("\r\n")}\r\n`;

const written = (cell: Cell, between: Separator): string => {
  const local = (n: number) => (between === ";" ? String(n).replace(".", ",") : String(n));
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return local(cell);
  if ("percent" in cell) return `${local(cell.percent)}%`;
  if ("day" in cell) return between === ";" ? cell.day.split("-").reverse().join("/") : cell.day;
  return `${between === ";" ? dayLabel(cell.at) : dayOf(cell.at)} ${timeLabel(cell.at)}`;
};

const quoted = (text: string, between: Separator): string => {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return safe.includes(between) || /["\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** What a spreadsheet would run, also behind blanks and in the wide letters some keyboards make. */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const plainNumber = /^-?\d+(?:[.,]\d+)?%?$/;
