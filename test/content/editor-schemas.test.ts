import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { editorSchemas, jsonSchemaText } from "../../src/content/editor-schemas.ts";

// Days are also held by their pattern; the names of formats are for other readers.
const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
const named = Object.entries(editorSchemas).map(([name, { folder, form }]) => ({
  name,
  folder,
  text: jsonSchemaText(name, form),
}));
const yamlOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((f) => f.endsWith(".yaml") && !f.endsWith(".test.yaml"))
    .map((f) => `${folder}/${f}`);

describe.each(named)("$name", ({ name, folder, text }) => {
  const validate = ajv.compile(JSON.parse(text));

  test("the file an editor reads is the one the build writes", () => {
    expect(readFileSync(`content/schemas/${name}.json`, "utf8")).toBe(text);
  });

  test("every file of the repository is of the form", () => {
    const files = yamlOf(folder);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      validate(parse(readFileSync(file, "utf8")));
      expect(validate.errors ?? [], file).toEqual([]);
    }
  });

  test("a key nobody knows, a key left out and a wrong type are underlined", () => {
    const [file = ""] = yamlOf(folder);
    const good: Record<string, unknown> = parse(readFileSync(file, "utf8"));
    const required: readonly string[] = JSON.parse(text).required;
    expect(validate({ ...good, strange: 1 })).toBe(false);
    for (const key of required) {
      const { [key]: _, ...rest } = good;
      expect(validate(rest), `without ${key}`).toBe(false);
      expect(validate({ ...good, [key]: () => 1 }), `${key} of a strange type`).toBe(false);
    }
  });
});

test("the editor is told which files are of which form", () => {
  const settings = JSON.parse(readFileSync(".vscode/settings.json", "utf8"));
  expect(settings["yaml.schemas"]).toEqual(
    Object.fromEntries(named.map(({ name, folder }) => [`./content/schemas/${name}.json`, `${folder}/!(*.test).yaml`])),
  );
});

test.each([
  ["the English forgotten", "title", { vi: "Thử" }],
  ["a text in no language", "title", "Thử"],
  ["a word for a number", "minutes", "năm"],
  ["a day written otherwise", "review_by", "01/05/2027"],
  ["a kind misspelt", "kind", "leson"],
])("a lesson with %s is refused", (_, key, value) => {
  const lesson = named.find((n) => n.name === "lesson");
  const validate = ajv.compile(JSON.parse(lesson?.text ?? "{}"));
  const good = parse(readFileSync("test/fixtures/base/content/lessons/bai-mau.yaml", "utf8"));
  expect(validate(good)).toBe(true);
  expect(validate({ ...good, [key]: value })).toBe(false);
});
