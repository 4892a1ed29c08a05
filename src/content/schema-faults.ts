import { z } from "zod";
import type { Bilingual } from "../kit/bilingual.ts";
import { didYouMean } from "../kit/did-you-mean.ts";
import { type Problem, problem } from "./problem.ts";
import type { YamlFile } from "./yaml-file.ts";

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/**
 * What a schema refused, told to an author: the cause and the line where it is written. `value` is what was parsed with
 * `schema`, `under` where it stands in the file.
 */
export const schemaFaults = (
  yaml: YamlFile,
  schema: z.ZodType,
  value: unknown,
  issues: readonly Issue[],
  under: Path = [],
): readonly Problem[] => {
  const told = (path: Path, says: Bilingual): Problem =>
    problem("schema", yaml.file, yaml.lineOf([...under, ...path]), withPlace([...under, ...path], says));
  const missing = issues.filter((i) => isMissing(i, value)).map((i) => i.path);
  const renamed = new Set<string>();
  const strange = issues.flatMap((issue) =>
    issue.code !== "unrecognized_keys"
      ? []
      : issue.keys.map((key) => {
          const absent = missing.filter((p) => same(p.slice(0, -1), issue.path)).map((p) => String(p.at(-1)));
          const meant = didYouMean(key, absent) ?? didYouMean(key, keysAt(schema, value, issue.path));
          if (meant) renamed.add(JSON.stringify([...issue.path, meant]));
          return told([...issue.path, key], unknownKey(key, meant, keysAt(schema, value, issue.path)));
        }),
  );
  const others = issues
    .filter((i) => i.code !== "unrecognized_keys" && !renamed.has(JSON.stringify(i.path)))
    .map((issue) => {
      const given = valueAt(value, issue.path);
      const text = issue.code === "invalid_type" && given !== undefined && isText(keysAt(schema, value, issue.path));
      return told(issue.path, text ? bothLanguages(issue, given) : causeOf(issue, given));
    });
  return [...strange, ...others];
};

/** A text, as authors write it or as the engine knows it. */
const isText = (keys: readonly string[]): boolean => ["vi,en", "ns,key"].includes(keys.join());

const bothLanguages = (issue: Issue, given: unknown): Bilingual => {
  const name = String(issue.path.at(-1) ?? "");
  return {
    vi: `“${name}” phải có hai thứ tiếng: { vi: "…", en: "…" }, không phải ${shown(given)}`,
    en: `“${name}” must have two languages: { vi: "…", en: "…" }, not ${shown(given)}`,
  };
};

const isMissing = (issue: Issue, value: unknown): boolean =>
  issue.path.length > 0 &&
  (issue.code === "invalid_type" || issue.code === "invalid_value") &&
  valueAt(value, issue.path) === undefined;

const unknownKey = (key: string, meant: string | null, known: readonly string[]): Bilingual => ({
  vi: `không có mục “${key}” ở đây${meant ? `; có phải “${meant}”?` : known.length > 0 ? `; chỉ có: ${known.join(", ")}` : ""}`,
  en: `there is no key “${key}” here${meant ? `; did you mean “${meant}”?` : known.length > 0 ? `; there are: ${known.join(", ")}` : ""}`,
});

const causeOf = (issue: Issue, given: unknown): Bilingual => {
  const name = String(issue.path.at(-1) ?? "");
  if (issue.path.length === 0 && issue.code === "invalid_type") return given === null ? emptyFile : noKeys;
  if (
    given === undefined &&
    issue.path.length > 0 &&
    (issue.code === "invalid_type" || issue.code === "invalid_value" || issue.code === "invalid_union")
  )
    return { vi: `thiếu “${name}”`, en: `“${name}” is missing` };
  switch (issue.code) {
    case "invalid_type": {
      const expected = kinds[issue.expected] ?? { vi: issue.expected, en: issue.expected };
      return {
        vi: `“${name}” phải là ${expected.vi}, không phải ${shown(given)}`,
        en: `“${name}” must be ${expected.en}, not ${shown(given)}`,
      };
    }
    case "invalid_value":
      return oneOf(given, issue.values.map(String));
    case "invalid_union":
      return "options" in issue && issue.options
        ? oneOf(given, issue.options.map(String))
        : {
            vi: `“${name}” không đúng dạng nào: ${shown(given)}`,
            en: `“${name}” is of no known form: ${shown(given)}`,
          };
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1)
        return { vi: `“${name}” còn trống`, en: `“${name}” is empty` };
      return {
        vi: `“${name}” cần ít nhất ${issue.minimum}${counted(issue.origin).vi}`,
        en: `“${name}” needs at least ${issue.minimum}${counted(issue.origin).en}`,
      };
    case "too_big":
      return {
        vi: `“${name}” được nhiều nhất ${issue.maximum}${counted(issue.origin).vi}`,
        en: `“${name}” may have at most ${issue.maximum}${counted(issue.origin).en}`,
      };
    case "invalid_format":
      return issue.format === "date"
        ? {
            vi: `“${name}” phải là một ngày như 2026-11-30, không phải ${shown(given)}`,
            en: `“${name}” must be a day such as 2026-11-30, not ${shown(given)}`,
          }
        : {
            vi: `“${name}” không đúng cách viết: ${shown(given)}${issue.pattern ? ` (cần khớp ${issue.pattern})` : ""}`,
            en: `“${name}” is not written as it must be: ${shown(given)}${issue.pattern ? ` (it must match ${issue.pattern})` : ""}`,
          };
    default:
      return { vi: `“${name}”: ${issue.message}`, en: `“${name}”: ${issue.message}` };
  }
};

const emptyFile: Bilingual = { vi: "tệp còn trống", en: "the file is empty" };
const noKeys: Bilingual = {
  vi: "tệp phải gồm các mục, mỗi mục một dòng như “id: ten-bai”",
  en: "the file must be made of keys, each on a line such as “id: my-lesson”",
};

/** A few names are told; of many only the nearest, because nobody reads fifty. */
const oneOf = (given: unknown, known: readonly string[]): Bilingual => {
  const meant = typeof given === "string" ? didYouMean(given, known) : null;
  const few = known.length <= 15 ? known.join(", ") : null;
  const hint = (question: string, list: string): string =>
    meant ? `; ${question} “${meant}”?` : few ? `; ${list}: ${few}` : "";
  return {
    vi: `không có ${shown(given)}${hint("có phải", "chỉ có")}`,
    en: `there is no ${shown(given)}${hint("did you mean", "there are")}`,
  };
};

const kinds: Readonly<Record<string, Bilingual>> = {
  string: { vi: "chữ", en: "text" },
  number: { vi: "số", en: "a number" },
  int: { vi: "số nguyên", en: "a whole number" },
  boolean: { vi: "true hoặc false", en: "true or false" },
  array: { vi: "danh sách (mỗi dòng bắt đầu bằng “- ”)", en: "a list (each line begins with “- ”)" },
  object: { vi: "một nhóm các mục", en: "a group of keys" },
};

const counted = (origin: string): Bilingual =>
  origin === "array"
    ? { vi: " mục", en: " items" }
    : origin === "string"
      ? { vi: " chữ cái", en: " characters" }
      : { vi: "", en: "" };

const shown = (value: unknown): string => {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
};

const withPlace = (path: Path, { vi, en }: Bilingual): Bilingual => {
  const place =
    path.length > 1 ? ` (${path.map((p) => (typeof p === "number" ? `#${p + 1}` : String(p))).join(" › ")})` : "";
  return { vi: vi + place, en: en + place };
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((v, key) => (typeof v === "object" && v !== null ? Reflect.get(v, key) : undefined), value);

const same = (a: Path, b: Path): boolean => a.length === b.length && a.every((key, i) => key === b[i]);

/** The keys a schema knows at a path; of a union, those of the kind that was written. */
const keysAt = (schema: z.core.$ZodType, value: unknown, path: Path): readonly string[] => {
  const here = settled(schema, value);
  const [key, ...rest] = path;
  if (key === undefined) return here instanceof z.ZodObject ? Object.keys(here.shape).filter((k) => k !== "kind") : [];
  const next =
    here instanceof z.ZodObject
      ? here.shape[String(key)]
      : here instanceof z.ZodArray
        ? here.element
        : here instanceof z.ZodRecord
          ? here.valueType
          : undefined;
  return next ? keysAt(next, valueAt(value, [key]), rest) : [];
};

const settled = (schema: z.core.$ZodType, value: unknown): z.core.$ZodType => {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodLazy
  )
    return settled(schema.unwrap(), value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const option = schema.options.map((o) => settled(o, value)).find((o) => o instanceof z.ZodObject && fits(o, value));
  return option ?? schema;
};

const fits = (object: z.ZodObject, value: unknown): boolean => {
  const kind = object.shape.kind;
  return kind === undefined || z.safeParse(kind, valueAt(value, ["kind"])).success;
};
