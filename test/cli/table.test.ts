import { expect, test } from "vitest";
import { progressOn } from "../../src/cli/progress.ts";
import { type Table, tableLines } from "../../src/cli/table.ts";

test("a table stands in columns, numbers to the right, each row on one line", () => {
  const table: Table = {
    head: [{ vi: "tên", en: "name" }, "số", "ghi chú"],
    rows: [
      ["Xóm Đầm", 7, "một\nhai"],
      ["Gò", 1200, { vi: "", en: "sea" }],
    ],
  };
  const lines = tableLines(table, "vi");
  expect(tableLines(table, "en")[0]).toMatch(/^name /);
  expect(tableLines(table, "en").at(-1)).toMatch(/ sea$/);
  expect(lines).toEqual([
    "tên        số  ghi chú",
    "-------  ----  -------",
    "Xóm Đầm     7  một hai",
    "Gò       1200",
  ]);
  expect(tableLines({ head: ["a"], rows: [] }, "vi")).toEqual(["a", "-"]);
});

test("on a screen too narrow for it each row is a paragraph; a long last column alone is no reason", () => {
  const table: Table = {
    head: ["người", "", "ghi chú"],
    rows: [
      ["Hoa Mẫu", "x", "y".repeat(60)],
      ["Lan", "", 7],
    ],
  };
  expect(tableLines(table, "vi", 20)).toEqual([
    "người: Hoa Mẫu",
    "x",
    `ghi chú: ${"y".repeat(60)}`,
    "",
    "người: Lan",
    "ghi chú: 7",
  ]);
  for (const width of [36, undefined]) expect(tableLines(table, "vi", width)).toEqual(tableLines(table, "vi"));
});

test("letters written with marks of their own take no more room", () => {
  const [, , decomposed, composed] = tableLines(
    {
      head: ["", ""],
      rows: [
        ["Đầ".normalize("NFD"), "x"],
        ["Đầ", "x"],
      ],
    },
    "vi",
  );
  expect(decomposed?.normalize("NFC")).toBe(composed);
});

test("progress is one line on a terminal, said once a percent and taken away; nothing in a pipe", () => {
  const on = (isTTY: boolean) => {
    const written: string[] = [];
    const say = progressOn({ isTTY, write: (text) => written.push(text) });
    for (let i = 1; i <= 1000; i++) say(i, 1000, "demo");
    say(0, 0, "demo");
    return written;
  };
  expect(on(false)).toEqual([]);
  expect(on(true).length).toBeLessThanOrEqual(101);
  expect(on(true).at(-1)).toBe("\r\u001b[K");
});
