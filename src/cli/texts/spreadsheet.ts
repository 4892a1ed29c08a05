import { workerPool } from "../../app/pool/pool.ts";
import {
  columns,
  factNames,
  facts,
  guideLines,
  rowsOf,
  SheetRow,
  sheetNames,
} from "../../content/translations/sheet.ts";
import type { SourceText } from "../../content/translations/source-texts.ts";
import type { Translation } from "../../content/translations/translation.ts";
import type { Bilingual } from "../../kit/bilingual.ts";
import { bounded, composed } from "../../kit/text.ts";
import type { readXlsx } from "../../ui/read-xlsx.ts";

export type RowFacts = { readonly language: string; readonly own: string; readonly vi: string; readonly en: string };
type Sheet = { readonly facts: RowFacts; readonly rows: readonly { readonly at: number; readonly row: SheetRow }[] };
export type Read = ({ readonly ok: true } & Sheet) | { readonly ok: false; readonly says: Bilingual };

/** The workbook a translator gets: how to, and one row a text under a header that stays. */
export const workbook = async (translation: Translation, texts: readonly SourceText[]): Promise<Buffer> => {
  // Loaded when used: other verbs should not wait for it.
  const { default: write } = await import("write-excel-file/node");
  const cell = (value: string | number, more = {}) =>
    typeof value === "number"
      ? { value, alignVertical: "top" as const, ...more }
      : { value, type: String, wrap: true, alignVertical: "top" as const, ...more };
  const bold = { fontWeight: "bold" as const };
  const guide = [
    ...guideLines(translation).map((line, i) => [cell(line, i === 0 ? { ...bold, fontSize: 14 } : {})]),
    [],
    ...facts(translation).map(([name, value]) => [cell(factNames[name], bold), cell(value)]),
  ];
  const rows = rowsOf(texts, translation).map((row) =>
    columns.map(({ id }) =>
      cell(row[id], marks[row.state] && id === "state" ? { backgroundColor: marks[row.state] } : {}),
    ),
  );
  const header = columns.map(({ title }) => cell(title, { ...bold, backgroundColor: "#E4EFE9" }));
  return write([
    { data: guide, sheet: sheetNames.guide, columns: [{ width: 100 }, { width: 30 }] },
    {
      data: [header, ...rows],
      sheet: sheetNames.texts,
      columns: columns.map(({ width }) => ({ width })),
      // Rows alone would be written as a pane that Excel offers to repair.
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
  ]).toBuffer();
};

/**
 * Reads a workbook that came back, whatever was done to its rows and columns: the columns are found by their titles, in
 * the first row that has one. Row numbers are those the translator sees.
 */
export const readWorkbook = async (bytes: Buffer, read: typeof readXlsx = apart): Promise<Read> => {
  const sheets = await read(bytes);
  if (typeof sheets === "string") return { ok: false, says: notRead[sheets] };
  const of = (name: string) => sheets.find((s) => titleOf(s.sheet) === titleOf(name))?.data ?? [];
  const all = of(sheetNames.texts);
  const top = all.findIndex((row) => row.some((cell) => columns.some(({ title }) => titleOf(cell) === titleOf(title))));
  if (top < 0)
    return {
      ok: false,
      says: {
        vi: `không thấy trang “${sheetNames.texts}”, hoặc trang ấy không còn hàng tên cột`,
        en: `there is no sheet “${sheetNames.texts}” with its titles`,
      },
    };
  const header = (all[top] ?? []).map(titleOf);
  const places = columns.map(({ id, title }) => ({ id, title, at: header.indexOf(titleOf(title)) }));
  const twice = places.find(({ title, at }) => at >= 0 && header.indexOf(titleOf(title), at + 1) >= 0);
  if (twice)
    return {
      ok: false,
      says: { vi: `hàng ${top + 1}: có hai cột “${twice.title}”`, en: `row ${top + 1}: two columns “${twice.title}”` },
    };
  const lost = places.find(({ id, at }) => at < 0 && !shown.has(id));
  if (lost)
    return {
      ok: false,
      says: { vi: `hàng ${top + 1}: thiếu cột “${lost.title}”`, en: `row ${top + 1}: no column “${lost.title}”` },
    };
  const said = (name: keyof RowFacts): string =>
    wordsOf(of(sheetNames.guide).find((row) => titleOf(row[0]) === titleOf(factNames[name]))?.[1]);
  const parsed = all.slice(top + 1).flatMap((cells, i) => {
    const words = Object.fromEntries(places.map(({ id, at }) => [id, at < 0 ? "" : wordsOf(cells[at])]));
    const { max: _max, en: _en, ...rest } = words;
    return Object.values(words).every((w) => w === "") ? [] : [{ at: top + i + 2, row: SheetRow.safeParse(rest) }];
  });
  const bad = parsed.find(({ row }) => !row.success);
  if (bad)
    return {
      ok: false,
      says: {
        vi: `hàng ${bad.at}: mất ${lostIn(bad.row)}; xuất lại rồi chép bản dịch sang`,
        en: `row ${bad.at}: ${lostIn(bad.row)} is gone; export again and copy the translations over`,
      },
    };
  return {
    ok: true,
    facts: { language: said("language"), own: said("own"), vi: said("vi"), en: said("en") },
    rows: parsed.flatMap(({ at, row }) => (row.success ? [{ at, row: row.data }] : [])),
  };
};

/** In a worker, which ends where the file asks for more memory or time than any sheet of ours. */
const apart: typeof readXlsx = async (bytes) => {
  const pool = workerPool({ threads: 1, longestMs: 60_000 });
  try {
    return await pool.run("readXlsx", bytes, "house");
  } catch {
    return "large";
  } finally {
    await pool.close();
  }
};

/** Why a file is not read, and what helps. */
export const notRead = {
  unreadable: {
    vi: "không đọc được tệp: mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx",
    en: "this is not an .xlsx file that can be read; open it in a spreadsheet and save it as .xlsx",
  },
  large: {
    vi: "tệp lớn quá, không giống bảng đã xuất: xuất lại rồi chép bản dịch sang",
    en: "the file is much larger than the sheet that was exported; export again and copy the translations over",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const marks: Readonly<Record<string, string>> = { mới: "#FFF3C4", cũ: "#F6D5CF" };

/** The longest text a spreadsheet takes in one cell. */
const longestCell = 32_767;

/** Only for the translator to see: it is not read back, so it may be gone. */
const shown: ReadonlySet<string> = new Set(["max", "en", "where"]);

/** Which cell of a row is empty that must not be, by the title of its column. */
const lostIn = (row: ReturnType<typeof SheetRow.safeParse>): string =>
  columns
    .filter(({ id }) => row.error?.issues.some((issue) => issue.path[0] === id))
    .map(({ title }) => `“${title}”`)
    .join(", ");

/** A title as it is compared: whatever blanks, capitals and forms of marks a program made of it. */
const titleOf = (cell: unknown): string => wordsOf(cell).replace(/\s+/gu, " ").toLowerCase();

/**
 * Spreadsheet programs change line ends and the way marks are stored; neither is a change of the words. Signs that
 * nobody sees (`_x000B_` is how they are stored in a file) are taken off, else the same rows would differ every time.
 */
const wordsOf = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ""
    : composed(
        bounded(String(cell), longestCell)
          .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
          .replace(/\r\n?/g, "\n")
          .replace(invisible, ""),
      ).trim();

/** All but the line end and the tab, and the two signs that join or part letters in some scripts. */
const invisible = /(?![\n\t\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFFFE\uFFFF]/gu;
