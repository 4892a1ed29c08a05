import { isMap, isSeq, LineCounter, parseDocument, visit, YAMLParseError } from "yaml";
import { type KnownYaml, nothingKnown } from "../kit/known-yaml.ts";
import { fileText, hiddenFaults } from "./file-text.ts";
import type { Problem } from "./problem.ts";
import { yamlFaults } from "./yaml-faults.ts";

/** A YAML file read once: its plain value, and the line of any path in it. */
export type YamlFile = {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
};

/** Reads a YAML text. Broken YAML comes back as problems with their lines, never as an exception. A text that is known is only parsed when somebody asks for a line. */
export const readYaml = (
  file: string,
  raw: string,
  known: KnownYaml = nothingKnown,
): { readonly ok: true; readonly yaml: YamlFile } | { readonly ok: false; readonly problems: readonly Problem[] } => {
  const text = fileText(raw);
  const value = known(text);
  if (value === undefined) return parse(file, text);
  // Parsed once, and only if somebody asks: the checker asks for a line hundreds of times a file.
  let parsed: ReturnType<typeof parse> | undefined;
  const lineOf = (path: readonly PropertyKey[]): number => {
    parsed ??= parse(file, text);
    return parsed.ok ? parsed.yaml.lineOf(path) : 1;
  };
  return { ok: true, yaml: { file, value, lineOf } };
};

const parse = (file: string, text: string): ReturnType<typeof readYaml> => {
  const lines = new LineCounter();
  const hidden = hiddenFaults(file, text);
  if (hidden.length > 0) return { ok: false, problems: hidden };
  const doc = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const stray = strayAlias(doc);
  const errors = stray ? [...doc.errors, stray] : doc.errors;
  if (errors.length > 0) return { ok: false, problems: yamlFaults(file, errors, lines) };
  const lineOf = (path: readonly PropertyKey[]): number => {
    let node: unknown = doc.contents;
    let offset = 0;
    for (const key of path) {
      // A step is written `- choose: {…}` but checked without its kind, so a single-key map is looked through.
      const only = isMap(node) && node.items.length === 1 ? node.items[0]?.value : undefined;
      if (isMap(node) && isMap(only) && !node.items.some((i) => String(i.key) === String(key))) node = only;
      const inner = isMap(node) ? node.items.find((i) => String(i.key) === String(key)) : undefined;
      const next = inner ? (inner.value ?? inner.key) : isSeq(node) ? node.items[Number(key)] : undefined;
      if (next === undefined || next === null) break;
      offset = startOf(inner?.key) ?? startOf(next) ?? offset;
      node = next;
    }
    return lines.linePos(offset).line;
  };
  return { ok: true, yaml: { file, value: doc.toJS(), lineOf } };
};

/** The parser tells of a reference to nothing only when the value is made. */
const strayAlias = (doc: ReturnType<typeof parseDocument>): YAMLParseError | null => {
  let found: YAMLParseError | null = null;
  visit(doc, {
    Alias: (_, node) => {
      if (node.resolve(doc) !== undefined) return undefined;
      const [start = 0, end = 0] = node.range ?? [];
      found = new YAMLParseError([start, end], "BAD_ALIAS", node.source);
      return visit.BREAK;
    },
  });
  return found;
};

const startOf = (node: unknown): number | undefined =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : undefined;
