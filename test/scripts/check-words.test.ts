import { expect, test } from "vitest";
import { avoided, twice, wordsIn } from "../../scripts/check-words.ts";

const glossary = `
| English | Vietnamese | meaning | avoid |
| --- | --- | --- | --- |
| desk | bàn điều hành | Where “staff” work. | “bảng điều hành”, dashboard |
| server | máy | The program. | “hệ thống” (src) |
| sheet (desk) | bảng số | x | |
| fault | lỗi | x | |
| fault | chỗ cần sửa | x | |
`;

test("words between quotes in the last column are found where people read, whatever their case", () => {
  const words = avoided(glossary);
  expect(words).toEqual([
    { word: "bảng điều hành", own: false },
    { word: "hệ thống", own: true },
  ]);
  const text = "xong\nMở Bảng điều hành.\nHệ thống";
  expect(wordsIn("content/lessons/a.yaml", text, words)).toEqual(["content/lessons/a.yaml:2: “bảng điều hành”"]);
  expect(wordsIn("src/a.ts", text.normalize("NFD"), words)).toHaveLength(2);
});

test("a name with two rows is told; one that says its room is not", () => {
  expect(twice(glossary)).toEqual(["fault"]);
});
