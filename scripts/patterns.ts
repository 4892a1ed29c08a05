import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { files, root } from "./files.ts";
import { walk } from "./literals.ts";

/** A pattern of the house, and where it is written. `pattern` is null where it is made in a way nobody can look at. */
export type Written = { readonly at: string; readonly pattern: RegExp | null };

/**
 * Every regular expression of src/: literals are read, and those that are put together (`new RegExp`) are caught while
 * the module that makes them is loaded. One that is made only later, from what is known only then, is never caught: null.
 */
export const patterns = async (): Promise<readonly Written[]> => {
  const sources = files("src").filter(({ path }) => /\.tsx?$/.test(path));
  const found = sources.flatMap(({ path, text }) =>
    patternsIn(text ?? "", path).map((p) => ({ ...p, at: `${path}:${p.line}` })),
  );
  const made = await caught([
    ...new Set(found.flatMap((f) => (f.pattern === "made" ? (f.at.split(":")[0] ?? "") : []))),
  ]);
  return found.flatMap(({ at, pattern }): Written[] => {
    if (pattern !== "made") return [{ at, pattern }];
    const known = made.get(at) ?? [];
    return known.length > 0 ? known.map((p) => ({ at, pattern: p })) : [{ at, pattern: null }];
  });
};

/** The literals of a source file; `made` for a pattern that is put together, null for a string that a method takes as one. */
export const patternsIn = (
  source: string,
  path: string,
): readonly { readonly line: number; readonly pattern: RegExp | "made" | null }[] => {
  const found: { line: number; pattern: RegExp | "made" | null }[] = [];
  walk(source, path, (node, line) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ line, pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
    if (ts.isIdentifier(node.expression) && node.expression.text === "RegExp") found.push({ line, pattern: "made" });
    const [first] = node.arguments ?? [];
    if (
      ts.isPropertyAccessExpression(node.expression) &&
      ["match", "matchAll"].includes(node.expression.name.text) &&
      // A browser's `caches` look for a request, not for a pattern.
      node.expression.expression.getText() !== "caches" &&
      first &&
      (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first) || ts.isBinaryExpression(first))
    )
      found.push({ line, pattern: null });
  });
  return found;
};

/** Loads modules with a RegExp that remembers who called it. By place: file and line. */
const caught = async (modules: readonly string[]): Promise<ReadonlyMap<string, readonly RegExp[]>> => {
  const made = new Map<string, RegExp[]>();
  const Plain = globalThis.RegExp;
  const note = (pattern: RegExp): RegExp => {
    const at = new Error().stack?.split("\n").find((line) => line.includes("/src/"));
    const [, path, line] = /\/(src\/[^:)]+):(\d+)/.exec(at ?? "") ?? [];
    const place = `${path}:${line}`;
    made.set(place, [...(made.get(place) ?? []), pattern]);
    return pattern;
  };
  globalThis.RegExp = new Proxy(Plain, {
    construct: (target, args, as) => note(Reflect.construct(target, args, as)),
    apply: (target, self, args) => note(Reflect.apply(target, self, args)),
  });
  try {
    for (const path of modules) await import(pathToFileURL(join(root, path)).href);
    // A table is made where its module is loaded, and the tables of the signs stand in modules of their own.
    await import(pathToFileURL(join(root, "src/scam/signs.ts")).href);
  } finally {
    globalThis.RegExp = Plain;
  }
  return made;
};
