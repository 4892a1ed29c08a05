import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { calledLater } from "./called-later.ts";
import { files, root } from "./files.ts";
import { walk } from "./literals.ts";

/** A pattern of the house, and where it is written. `pattern` is null where it is made in a way nobody can look at. */
export type Written = { readonly at: string; readonly pattern: RegExp | null };

/**
 * Every regular expression of src/: literals are read, and those that are put together (`new RegExp`) are caught while
 * the module that makes them is loaded. One that is made only later, from what is known only then, is never caught: null.
 */
export const patterns = async (): Promise<readonly Written[]> => {
  const sources = files("src").flatMap(({ path, text }) =>
    /\.[cm]?[jt]sx?$/.test(path) ? [{ path, text: text ?? "" }] : [],
  );
  const found = sources.flatMap(({ path, text }) =>
    patternsIn(text, path).map((p) => ({ ...p, path, at: `${path}:${p.line}` })),
  );
  const made = await caught([...new Set(found.flatMap((f) => (f.pattern === "made" ? [f.path] : [])))]);
  return found.flatMap(({ at, path, line, pattern }): Written[] => {
    if (pattern !== "made") return [{ at, pattern }];
    const known = made.get(at) ?? [];
    return known.length > 0 && !calledLater(sources, path, line)
      ? known.map((p) => ({ at, pattern: p }))
      : [{ at, pattern: null }];
  });
};

/** The literals of a source file; `made` for one that is put together, null where RegExp itself is handed on or renamed. */
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
    // A string may be the key: globalThis["RegExp"].
    if ((ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && node.text === "RegExp" && !isType(node))
      found.push({ line, pattern: isMade(node) ? "made" : null });
  });
  return found;
};

/** Only `RegExp(…)` and `new RegExp(…)` are seen where they stand; under another name it would make patterns unseen. */
const isMade = (node: ts.Node): boolean =>
  (ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent)) && node.parent.expression === node;

/** `: RegExp`, `typeof RegExp`, `x instanceof RegExp`, and the key of somebody's own. */
const isType = (node: ts.Node): boolean => {
  const { parent } = node;
  return (
    ts.isTypeReferenceNode(parent) ||
    ts.isTypeQueryNode(parent) ||
    ts.isLiteralTypeNode(parent) ||
    (ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
      parent.right === node)
  );
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
