import { columns, factNames, facts, guideLines, Row, rowsOf, sheetNames } from "../../content/translations/sheet.ts";
import type { SourceText } from "../../content/translations/source-texts.ts";
import type { Translation } from "../../content/translations/translation.ts";
import { bounded } from "../../kit/text.ts";

export type Facts = { readonly language: string; readonly own: string; readonly vi: string; readonly en: string };
type Sheet = { readonly facts: Facts; readonly rows: readonly { readonly at: number; readonly row: Row }[] };
export type Read = ({ readonly ok: true } & Sheet) | { readonly ok: false; readonly says: string };

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

/** Reads a workbook that came back. Row numbers are those the translator sees. */
export const readWorkbook = async (bytes: Buffer): Promise<Read> => {
  const { default: read } = await import("read-excel-file/node");
  const sheets = await read(bytes, { trim: false, parseNumber: (s: string) => s }).catch(() => null);
  if (!sheets) return { ok: false, says: "this is not an .xlsx file" };
  const of = (name: string) => sheets.find((s) => s.sheet === name)?.data ?? [];
  const [header = [], ...rows] = of(sheetNames.texts);
  if (columns.some(({ title }, i) => header[i] !== title))
    return { ok: false, says: `the sheet "${sheetNames.texts}" or its header is not as it was exported` };
  const said = (name: keyof Facts): string =>
    wordsOf(of(sheetNames.guide).find((row) => row[0] === factNames[name])?.[1]);
  const parsed = rows.flatMap((cells, i) => {
    const words = Object.fromEntries(columns.map(({ id }, n) => [id, wordsOf(cells[n])]));
    const { max: _max, en: _en, ...rest } = words;
    return Object.values(words).every((w) => w === "") ? [] : [{ at: i + 2, row: Row.safeParse(rest) }];
  });
  const bad = parsed.find(({ row }) => !row.success);
  if (bad)
    return {
      ok: false,
      says: `row ${bad.at}: the key or the Vietnamese is gone; export again and copy the translations over`,
    };
  return {
    ok: true,
    facts: { language: said("language"), own: said("own"), vi: said("vi"), en: said("en") },
    rows: parsed.flatMap(({ at, row }) => (row.success ? [{ at, row: row.data }] : [])),
  };
};

const marks: Readonly<Record<string, string>> = { mới: "#FFF3C4", cũ: "#F6D5CF" };

/** The longest text a spreadsheet takes in one cell. */
const longestCell = 32_767;

/** Spreadsheet programs change line ends and the way marks are stored; neither is a change of the words. */
const wordsOf = (cell: unknown): string =>
  cell === null || cell === undefined
    ? ""
    : bounded(String(cell), longestCell).replace(/\r\n?/g, "\n").normalize("NFC").trim();
