import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { rules } from "../../src/check/rules.ts";
import type { Problem } from "../../src/content/problem.ts";
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
