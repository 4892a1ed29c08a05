import { FACT_NS } from "../content/ledger/fact-words.ts";
import type { Library } from "../content/library.ts";
import { type Problem, problem, warning } from "../content/problem.ts";
import type { YamlFile } from "../content/yaml-file.ts";
import type { Text } from "../engine/text.ts";
import type { Bilingual } from "../kit/bilingual.ts";

/** Finds the line an author must look at, for a state, a step, a text or a key of a file. */
export type LineFinder = {
  readonly state: (flow: string, state: string, step?: number) => SourceLine;
  readonly text: (text: Pick<Text, "ns" | "key">) => SourceLine;
  readonly key: (id: string, path: readonly PropertyKey[]) => SourceLine;
};
/** `line` is looked up when it is read: a rule makes places by the thousand and tells of a few, and a line costs parsing the file. */
export type SourceLine = { readonly file: string; readonly line: number };

export const sourcePlaces = (library: Library): LineFinder => {
  /** The words of a fact are named `area/id.0`, or `area/id.safe`. */
  const factAt = (name: string): SourceLine => {
    const [, area = "", id = "", part = ""] = /^([^/]+)\/([^.]+)\.(.+)$/.exec(name) ?? [];
    const path = part === "safe" ? ["facts", id, "safe"] : ["facts", id, "holds", part, "says"];
    return within(`facts:${area}`, name, (yaml) => pathOf(yaml.value, path));
  };
  const within = (id: string, otherwise: string, path: (yaml: YamlFile) => readonly PropertyKey[]): SourceLine => {
    const yaml = fileOf(library, id);
    if (!yaml) return { file: otherwise, line: 1 };
    return {
      file: yaml.file,
      get line() {
        return yaml.lineOf(path(yaml));
      },
    };
  };
  return {
    key: (id, path) => within(id, id, () => path),
    state: (flow, state, step) => {
      const written = library.definitions.get(flow)?.kind === "flow" && !flow.startsWith("review:");
      const path = ["states", state, ...(step === undefined ? [] : [step])];
      return within(flow, flow, (yaml) => (written ? path : madeFrom(yaml, state)));
    },
    text: ({ ns, key }) => {
      if (ns === FACT_NS) return factAt(key);
      const id = ns.split("@")[0] ?? ns;
      return within(id, id, (yaml) => pathOf(yaml.value, key.split(".")));
    },
  };
};

export const at = (where: SourceLine, rule: string, says: Bilingual): Problem =>
  problem(rule, where.file, where.line, says);
export const warnAt = (where: SourceLine, rule: string, says: Bilingual): Problem =>
  warning(rule, where.file, where.line, says);

/** A question that is asked again stands in the file of its lesson. */
const fileOf = (library: Library, id: string): YamlFile | undefined =>
  library.files.get(id.replace(/^review:([^/]+)\/.*$/, "lesson:$1"));

/** The key of a text names list items by their id; a path needs their number. */
const pathOf = (value: unknown, names: readonly string[]): readonly PropertyKey[] => {
  const path: PropertyKey[] = [];
  let node = value;
  for (const name of names) {
    if (Array.isArray(node)) {
      const named = node.findIndex((item) => idOf(item) === name);
      const i = named < 0 ? Number(name) : named;
      path.push(i);
      node = node[i];
    } else {
      path.push(name);
      node = typeof node === "object" && node !== null ? Reflect.get(node, name) : undefined;
    }
  }
  return path;
};

const idOf = (item: unknown): unknown =>
  typeof item === "object" && item !== null && "id" in item ? item.id : undefined;

/** States of lessons, guides and safety topics are made by the compiler; their names say what they were made from. */
const madeFrom = (yaml: YamlFile, state: string): readonly PropertyKey[] => {
  const value = yaml.value;
  if (typeof value !== "object" || value === null) return [];
  const lists: readonly (readonly string[])[] = [["steps"], ["do_now"], ["quiz", "items"]];
  for (const list of lists) {
    const items = list.reduce<unknown>(
      (node, name) => (typeof node === "object" && node !== null ? Reflect.get(node, name) : undefined),
      value,
    );
    if (!Array.isArray(items)) continue;
    const ids = items.map((item) => String(idOf(item)));
    const made = ids.findIndex((id) => parts.some((part) => `${state}-`.startsWith(`${part}-${id}-`)));
    if (made >= 0) return [...list, made];
  }
  const named: Record<string, string> = { prepare: "prepare", after: "after", signs: "recognise" };
  return named[state] ? [named[state]] : [];
};

/** How the states that are made of one item begin. */
const parts = ["s", "q", "right", "notyet", "answer", "done", "stuck", "try"];
