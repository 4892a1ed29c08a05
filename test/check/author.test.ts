import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { rules } from "../../src/check/rules.ts";
import type { Problem } from "../../src/content/problem.ts";
import { readYaml } from "../../src/content/yaml-file.ts";
import { type Change, sampleLibrary } from "../content/sample-library.ts";

const today = "2026-11-23";
const flow = (steps: string, title = "{ vi: Thử, en: Trial }"): string =>
  `spec: 1\nid: thu\ntitle: ${title}\nstart: mot\nstates:\n  mot:\n${steps}`;
/** What is told of a trial flow that cannot be read. */
const told = (whole: string, ...more: Change[]): readonly Problem[] => {
  const loaded = sampleLibrary([{ file: "flows/thu.yaml", whole }, ...more]);
  return loaded.ok ? [] : loaded.problems;
};

describe("an author is told the cause, where it stands", () => {
  test.each([
    [
      "the English forgotten, in a title",
      flow("    - return: done\n", "{ vi: Thử }"),
      3,
      "“title”: thiếu tiếng Anh (en:)",
      "English (en:) is missing",
    ],
    ["in a step", flow("    - say: { vi: Chào }\n    - return: done\n"), 7, "“say”: thiếu tiếng Anh (en:)", "English"],
    [
      "deep in a question",
      flow(
        "    - choose:\n        options:\n          - id: a\n            label: { vi: Có }\n            return: done\n",
      ),
      10,
      "“label”: thiếu tiếng Anh",
      "English",
    ],
    [
      "the Vietnamese forgotten",
      flow("    - say: { en: Hello }\n    - return: done\n"),
      7,
      "thiếu tiếng Việt (vi:)",
      "Vietnamese",
    ],
    [
      "a language misspelt",
      flow("    - say: { vi: Chào, eng: Hello }\n    - return: done\n"),
      7,
      "chỉ thấy “eng:”",
      "there is “eng:”",
    ],
    ["an empty text", flow("    - say: { vi: Chào, en: }\n    - return: done\n"), 7, "còn trống", "is empty"],
    [
      "a word YAML takes for a truth",
      flow("    - say: { vi: Chào, en: true }\n    - return: done\n"),
      7,
      "ngoặc kép",
      "quotation marks",
    ],
    [
      "a guard misspelt",
      flow("    - when: { is: has-consnt, then: { return: done } }\n    - return: done\n"),
      7,
      "có phải “has-consent”?",
      "did you mean",
    ],
    [
      "a guard cut short",
      flow("    - when: { is: want-lessons, then: { return: done } }\n    - return: done\n"),
      7,
      "có phải “wants-lessons”?",
      "did you mean",
    ],
    [
      "a step misspelt",
      flow("    - sya: { vi: Chào, en: Hello }\n    - return: done\n"),
      7,
      "có phải “say”?",
      "did you mean",
    ],
    [
      "a key misspelt",
      flow("    - choose:\n        option: []\n    - return: done\n"),
      8,
      "không có mục “option” ở đây; có phải “options”?",
      "did you mean",
    ],
  ])("%s", (_, whole, line, vi, en) => {
    const problems = told(whole).filter((p) => p.file === "flows/thu.yaml");
    expect(problems.map((p) => p.says.vi).join("\n")).toContain(vi);
    const found = problems.find((p) => p.says.vi.includes(vi));
    expect(found?.line).toBe(line);
    expect(found?.says.en).toContain(en);
    for (const p of problems) {
      expect(p.says.vi).not.toMatch(/\bns\b|\bkey\b/);
      expect(p.says.vi.length, "nobody reads fifty names").toBeLessThan(300);
    }
    expect(problems).toHaveLength(1);
  });

  test("an empty text of a lesson is called empty", () => {
    const loaded = sampleLibrary([
      {
        file: "content/lessons/bai-mau.yaml",
        edits: [{ find: "title: {", put: 'title: { vi: Thử, en: "" }\nsumary: {' }],
      },
    ]);
    expect(loaded.ok ? [] : loaded.problems.map((p) => p.says.vi)).toContain("“en” còn trống (title › en)");
  });

  test("a key of a lesson misspelt is one problem, on its own line", () => {
    const loaded = sampleLibrary([
      { file: "content/lessons/bai-mau.yaml", edits: [{ find: "\nminutes:", put: "\nminute:" }] },
    ]);
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems).toHaveLength(1);
    expect(problems[0]?.says.vi).toBe("không có mục “minute” ở đây; có phải “minutes”?");
    expect(problems[0]?.line).toBeGreaterThan(1);
  });
});

describe("a text that is no YAML is told by its cause, once, on its line", () => {
  const good = "spec: 1\nid: thu\ntitle: { vi: Thử, en: Trial }\nlist:\n  - a\n  - b\n";
  test.each([
    ["a tab", good.replace("  - b", "\t- b"), 6, "dấu tab", "a tab"],
    ["a key twice", `${good}id: hai\n`, 7, "hai lần", "twice"],
    ["a key too far in", good.replace("\nid:", "\n   id:"), 1, "thụt vào không thẳng", "not indented"],
    ["a list too far out", good.replace("  - b", " - b"), 6, "", ""],
    ["a colon in words", `${good}say: Chú ý: đọc kỹ\n`, 7, "ngoặc kép", "quotation marks"],
    ["a quotation mark not closed", `${good}say: "Chào\nmore: 1\n`, 9, "ngoặc kép", "quotation mark"],
    ["a bracket not closed", `${good}say: { vi: a, en: b\nmore: 1\n`, 8, "ngoặc đóng", "closing bracket"],
    ["a star before words", `${good}say: *quan trọng\n`, 7, "bắt đầu bằng *", "begin with *"],
    ["a sign YAML keeps", `${good}say: @xa\n`, 7, "ngoặc kép", "quotation marks"],
    ["two in one file", `${good}---\n${good}`, 7, "mỗi tệp chỉ một", "one thing"],
    ["UTF-16", Buffer.from(good, "utf16le").toString("utf8"), 1, "UTF-8", "UTF-8"],
    ["one byte a letter", Buffer.from("title: Bé\n", "latin1").toString("utf8"), 1, "UTF-8", "UTF-8"],
    ["lines ending as on an old Mac", good.replaceAll("\n", "\r"), 1, "LF", "LF"],
    ["a space of a web page", good.replace("  - b", "\u00a0 - b"), 6, "dấu cách lạ", "strange space"],
    ["a letter nobody sees", good.replace("Thử", "Th\u200bử"), 3, "U+200B", "U+200B"],
    ["a sign that turns the line around", good.replace("Thử", "Th\u202eử"), 3, "U+202E", "U+202E"],
  ])("%s", (_, text, line, vi, en) => {
    const read = readYaml("flows/thu.yaml", text);
    const problems = read.ok ? [] : read.problems;
    expect(problems.map((p) => p.line)).toEqual([line]);
    expect(problems[0]?.says.vi).toContain(vi);
    expect(problems[0]?.says.en).toContain(en);
    // The parser's own English is nobody's in a Vietnamese sentence.
    expect(problems[0]?.says.vi).not.toMatch(/mapping|scalar|implicit|unexpected|token/i);
  });

  test.each([
    ["a mark before the first line", `\uFEFF${good}`],
    ["lines ending as on Windows", good.replaceAll("\n", "\r\n")],
    ["letters and marks apart", good.normalize("NFD")],
  ])("%s is read like any other", (_, text) => {
    const [read, plain] = [readYaml("f", text), readYaml("f", good)];
    expect(read.ok && read.yaml.value).toEqual(plain.ok && plain.yaml.value);
    expect(read.ok && read.yaml.lineOf(["list", 1])).toBe(6);
  });
});

describe("a file that is not of the form at all", () => {
  const lesson = "content/lessons/bai-mau.yaml";
  test.each([
    ["empty", { whole: "" }, 1, "tệp còn trống"],
    ["a list", { whole: "- a\n" }, 1, "tệp phải gồm các mục"],
    [
      "a title in no language",
      { edits: [{ find: 'title: { vi: "Bài mẫu", en: "Sample lesson" }', put: "title: Bài mẫu" }] },
      4,
      "phải có hai thứ tiếng",
    ],
    ["a kind misspelt", { edits: [{ find: "kind: lesson", put: "kind: leson" }] }, 2, "có phải “lesson”?"],
    ["a word for a number", { edits: [{ find: "minutes: 5", put: "minutes: năm" }] }, 9, "phải là số"],
    ["a key forgotten", { edits: [{ find: "minutes: 5\n", put: "" }] }, 1, "thiếu “minutes”"],
    ["a day written otherwise", { edits: [{ find: "2027-05-01", put: "01/05/2027" }] }, 13, "một ngày như 2026-11-30"],
  ])("%s", (_, change, line, vi) => {
    const loaded = sampleLibrary([{ file: lesson, ...change }]);
    const problems = loaded.ok ? [] : loaded.problems;
    expect(problems.map((p) => `${p.file}:${p.line}`)).toEqual([`${lesson}:${line}`]);
    expect(problems[0]?.says.vi).toContain(vi);
  });

  test("a link to a topic that is not there stands on its line", () => {
    const loaded = sampleLibrary([{ file: lesson, edits: [{ find: "quiz:", put: "see_also: [vneid-mauu]\nquiz:" }] }]);
    if (!loaded.ok) throw new Error("it reads");
    const found = check(loaded.library, { today, rules: rules.filter((r) => r.id === "references") });
    expect(found.map((p) => `${p.file}:${p.line}`)).toEqual([`${lesson}:27`]);
  });
});

test("a fault of form does not hide the faults of other files, nor call what could not be read missing", () => {
  const loaded = sampleLibrary([
    { file: "flows/help.yaml", edits: [{ find: "title: {", put: "titel: {" }] },
    { file: "flows/thu.yaml", whole: flow("    - goto: lesson\n") },
  ]);
  expect(loaded.ok).toBe(false);
  if (loaded.ok) return;
  expect(loaded.problems.map((p) => p.file)).toEqual(["flows/help.yaml"]);
  const graph = rules.filter((r) => ["target", "references", "doors", "unreachable"].includes(r.id));
  const found = check(loaded.sound(), { today, rules: graph, unread: loaded.unread });
  expect(found.map((p) => `${p.file}:${p.line} ${p.rule}`)).toContain("flows/thu.yaml:7 target");
  expect(found.filter((p) => p.says.en.includes("help"))).toEqual([]);
});

test("one file is checked by walking its own flow only, and told alone", () => {
  const loaded = sampleLibrary([{ file: "flows/thu.yaml", whole: flow("    - goto: lesson\n") }]);
  if (!loaded.ok) throw new Error("the sample library reads");
  const files = ["flows/thu.yaml"];
  expect(new Set(check(loaded.library, { today, files }).map((p) => p.file))).toEqual(new Set(files));
  expect(check(loaded.library, { today, files: ["flows/help.yaml"] })).toEqual([]);
});

test("nothing looks up a line before there is something to tell", () => {
  const loaded = sampleLibrary();
  if (!loaded.ok) throw new Error("the sample library reads");
  const files = new Map(
    [...loaded.library.files].map(([id, yaml]) => [
      id,
      {
        ...yaml,
        lineOf: () => {
          throw new Error(`${yaml.file} would be parsed again for nothing`);
        },
      },
    ]),
  );
  expect(check({ ...loaded.library, files }, { today, files: ["content/lessons/bai-mau.yaml"] })).toEqual([]);
});
