import ts from "typescript";
import { conclude, files, started } from "./files.ts";
import { type Piece, walk } from "./literals.ts";

// One name, one thing. Texts are folded, laid bare and normalised in src/kit/text.ts alone: three copies of a fold agree
// until one of them is mended.

/** Where a source normalises a text by itself. Zod's own method of that name is one of a schema. */
export function normalisersIn(source: string, path: string): Piece[] {
  const found: Piece[] = [];
  walk(source, path, (node, line) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    const { name, expression } = node.expression;
    if (name.text === "normalize" && !/^z\s*\./.test(expression.getText())) found.push({ line, text: "normalize" });
  });
  return found;
}

/** The values a source gives to others under a name of its own. */
export function exportsOf(source: string, path: string): Piece[] {
  const found: Piece[] = [];
  walk(source, path, (node, line) => {
    const exported =
      ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return;
    if (ts.isVariableStatement(node))
      for (const { name } of node.declarationList.declarations)
        if (ts.isIdentifier(name)) found.push({ line, text: name.text });
    if ((ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name)
      found.push({ line, text: node.name.text });
  });
  return found;
}

/**
 * Folders whose files are the members of one register and are known by it: the channel's `send`, the verb `check`, the
 * step `say`, the head of a certificate. Everywhere else a name says by itself what it is.
 */
const REGISTERS =
  /^src\/(channels\/[^/]+|cli|cli\/setup|engine\/steps|check\/rules|store\/sqlite\/writes|pictures\/(certificate|summary|scenes))\/[^/]+$/;

/** Names two files give to different things, from before this check. None comes to it, and each leaves it once it is one thing. */
const SHARED: ReadonlySet<string> = new Set(["line", "fault", "day"]);

/** The names that several of these sources export, each with where. */
export function sharedNames(
  sources: readonly { path: string; text: string }[],
): ReadonlyMap<string, readonly string[]> {
  const givers = new Map<string, string[]>();
  for (const { path, text } of sources.filter(({ path }) => !REGISTERS.test(path)))
    for (const { text: name } of exportsOf(text, path)) givers.set(name, [...(givers.get(name) ?? []), path]);
  return new Map([...givers].filter(([, paths]) => paths.length > 1));
}

if (started(import.meta.filename)) {
  const sources = files("src").flatMap(({ path, text }) =>
    /\.tsx?$/.test(path) && text !== null ? [{ path, text }] : [],
  );
  const own = sources.filter(({ path }) => path !== "src/kit/text.ts");
  const normalising = own.flatMap(({ path, text }) =>
    normalisersIn(text, path).map(({ line }) => `${path}:${line}: a text is normalised in src/kit/text.ts alone`),
  );
  const shared = sharedNames(sources);
  const twice = [...shared]
    .filter(([name]) => !SHARED.has(name))
    .map(([name, paths]) => `${name} is exported by ${paths.join(", ")}: one name, one thing`);
  const unneeded = [...SHARED]
    .filter((name) => !shared.has(name))
    .map((name) => `${name} is one thing by now: take it out of SHARED in scripts/check-names.ts`);
  conclude("check-names", [...normalising, ...twice, ...unneeded], `${sources.length} files`);
}
