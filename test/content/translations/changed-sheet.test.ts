import { expect, test } from "vitest";
import write from "write-excel-file/node";
import { readWorkbook } from "../../../src/cli/texts/spreadsheet.ts";
import { columns, sheetNames } from "../../../src/content/translations/sheet.ts";
import { readXlsx } from "../../../src/ui/read-xlsx.ts";

const titles: readonly string[] = columns.map((c) => c.title);
const values = ["app/menu", "content", "80", "Danh mục", "Menu", "Bok", "mới", "Ai đó", "ghi chú"];

/** A workbook as it came back: only the sheet of the texts, with these rows. */
const sheet = async (rows: readonly (readonly string[])[], name: string = sheetNames.texts) =>
  readWorkbook(
    await write([
      { data: rows.map((row) => row.map((value) => (value === "" ? null : { value, type: String }))), sheet: name },
    ]).toBuffer(),
    readXlsx,
  );
const textOf = async (...given: Parameters<typeof sheet>) => {
  const read = await sheet(...given);
  return read.ok ? read.rows.map(({ at, row }) => `${at} ${row.key}: ${row.text} (${row.by})`) : read.says.vi;
};

test("the columns are found whatever was done to titles, rows and columns", async () => {
  const plain = ["2 app/menu: Bok (Ai đó)"];
  expect(await textOf([titles, values])).toEqual(plain);
  expect(await textOf([titles.map((t) => t.normalize("NFD")), values])).toEqual(plain);
  expect(await textOf([titles.map((t) => `${t.toUpperCase()}  `), values])).toEqual(plain);
  expect(await textOf([titles, values], sheetNames.texts.normalize("NFD"))).toEqual(plain);
  expect(await textOf([titles.toReversed(), values.toReversed()])).toEqual(plain);
  const own = (row: readonly string[], word: string) => [...row.slice(0, 4), word, ...row.slice(4)];
  expect(await textOf([own(titles, "Của tôi"), own(values, "nháp")])).toEqual(plain);
  expect(await textOf([[""], ["Bản của chị Hơ"], titles, ["", ""], values])).toEqual(["5 app/menu: Bok (Ai đó)"]);
});

test("a column that is gone or there twice is named, with its row", async () => {
  expect(await textOf([titles.map((t) => (t === "Bản dịch" ? "Dịch" : t)), values])).toContain(
    "hàng 1: thiếu cột “Bản dịch”",
  );
  expect(await textOf([[...titles, "Bản dịch"], values])).toContain("hai cột “Bản dịch”");
  expect(await textOf([titles, values.with(3, "")])).toContain("hàng 2: mất “Tiếng Việt”");
});

test("signs nobody sees are taken off, so the same rows twice are the same", async () => {
  const marked = values.with(5, "Bo\u200Bk\uFEFF").with(7, "Ai_x000B_ \u202Eđó\u000B");
  expect(await textOf([titles, marked])).toEqual(["2 app/menu: Bok (Ai đó)"]);
});
