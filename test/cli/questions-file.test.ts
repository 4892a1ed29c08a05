import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readQuestions } from "../../src/cli/ask/questions-file.ts";

const folder = mkdtempSync(join(tmpdir(), "house-questions-"));
const topics = new Set(["vneid-cai-dat", "ngoai-pham-vi"]);
const read = (content: string | Buffer) => {
  const file = join(folder, "questions.tsv");
  writeFileSync(file, content);
  return readQuestions(file, topics);
};
const sound = "cài vneid thế nào\tvneid-cai-dat\nhôm nay mưa không\tngoai-pham-vi\n";

describe("a file of questions", () => {
  test("tabs, line ends of any system, a mark of UTF-8, a heading, blank lines, quoted cells", () => {
    const two = [
      { question: "cài vneid thế nào", topic: "vneid-cai-dat", also: [] },
      { question: "hôm nay mưa không", topic: "ngoai-pham-vi", also: [] },
    ];
    for (const written of [
      sound,
      sound.replaceAll("\n", "\r\n"),
      sound.replaceAll("\n", "\r"),
      `\uFEFF${sound}`,
      `question\ttopic\n${sound}`,
      `\n${sound}\n\n`,
      sound.replaceAll("\n", "\t\t\n"),
    ])
      expect(read(written)).toEqual({ ok: true, value: two });
    expect(read('"hỏi ""này"", được không"\tvneid-cai-dat\n')).toMatchObject({
      value: [{ question: 'hỏi "này", được không' }],
    });
  });

  test("a third column names further topics that are right", () => {
    expect(read("mất máy\tvneid-cai-dat\tvneid-mat-khau, vneid-doi-may\n")).toMatchObject({
      value: [{ topic: "vneid-cai-dat", also: ["vneid-mat-khau", "vneid-doi-may"] }],
    });
  });

  const big = Buffer.from(sound, "utf16le").swap16();
  test.each([
    [
      "UTF-16 with its mark, as Excel's “Unicode Text”",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sound, "utf16le")]),
      "UTF-16",
    ],
    ["UTF-16 the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), big]), "UTF-16"],
    ["UTF-16 without a mark", Buffer.from(sound, "utf16le"), "UTF-16"],
    ["another encoding", Buffer.from("c\xe0i vneid\tvneid-cai-dat\n", "latin1"), "not in UTF-8"],
    ["a spreadsheet", Buffer.from("PK\u0003\u0004\u0000\u0000abcdef", "latin1"), "not a text file"],
    ["semicolons", sound.replaceAll("\t", ";"), "separated by “;”"],
    ["commas", sound.replaceAll("\t", ","), "separated by “,”"],
    ["no second column", "cài vneid thế nào\n", "line 1"],
    ["one line without", `${sound}cài vneid thế nào\n`, "line 3"],
    ["the topic first", "vneid-cai-dat\tcài vneid thế nào\n", "line 1"],
    ["a fourth column", "cài\tvneid-cai-dat\tvneid-mat-khau\tnote\n", "line 1"],
    ["a third column that is prose", "cài\tvneid-cai-dat\tHỏi ở Xóm 3!\n", "line 1"],
    ["ids of something else", "cài vneid\t17\nmất máy\t18\n", "nothing in the second column"],
    ["nothing", "", "no question"],
    ["only blank lines", "\n\n \n", "no question"],
  ])("%s is refused with one sentence", (_, content, why) => {
    const answer = read(content);
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.fault.en).toContain(why);
    expect(answer.fault.en).not.toContain("\n");
  });

  test("a file that is not there, or a folder, is said so", () => {
    for (const file of [join(folder, "none.tsv"), folder])
      expect(readQuestions(file, topics)).toMatchObject({ ok: false, fault: { vi: `${file}: không mở được tệp này` } });
  });
});

test("a huge file is refused with one sentence before it is read", () => {
  const file = join(folder, "huge.tsv");
  writeFileSync(file, "");
  // Holds nothing on the disk: only its length is looked at.
  truncateSync(file, 3 * 1024 ** 3);
  expect(readQuestions(file, topics)).toMatchObject({
    ok: false,
    fault: { vi: `${file}: tệp lớn hơn 8 MB; hãy chia thành nhiều tệp nhỏ hơn` },
  });
});
