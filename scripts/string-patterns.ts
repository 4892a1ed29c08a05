import { dirname, extname, join } from "node:path";
import ts from "typescript";
import { walk } from "./literals.ts";

/**
 * Where `match`, `matchAll` or `search` of a string is given anything but a RegExp, or is handed on without being called.
 * A string there becomes a pattern that nobody looked at; what it is, only the compiler's types can tell.
 */
export const stringPatterns = (
  sources: readonly { readonly path: string; readonly text: string }[],
  host: ts.CompilerHost = ts.createCompilerHost(options),
): readonly string[] => {
  const doubtful = sources.filter(({ path, text }) => {
    let found = false;
    walk(text, path, (node) => {
      found ||= methodOf(node) !== null && !isLiteral(argumentOf(node));
    });
    return found;
  });
  const program = ts.createProgram(
    doubtful.map(({ path }) => path),
    options,
    { ...host, resolveModuleNameLiterals: ownFiles },
  );
  const checker = program.getTypeChecker();
  return doubtful.flatMap(({ path }) => {
    const file = program.getSourceFile(path);
    if (!file) return [`${path}: could not be read`];
    const found: string[] = [];
    const each = (node: ts.Node): void => {
      const owner = methodOf(node);
      if (owner && mayBeString(checker.getTypeAtLocation(owner))) {
        const given = argumentOf(node);
        if (!given || checker.getTypeAtLocation(given).symbol?.name !== "RegExp")
          found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
      }
      ts.forEachChild(node, each);
    };
    each(file);
    return found;
  });
};

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  strict: true,
  allowImportingTsExtensions: true,
  allowJs: true,
  noEmit: true,
  skipLibCheck: true,
  jsx: ts.JsxEmit.ReactJSX,
  jsxImportSource: "preact",
};

/** The house's own files are followed. What packages hand out is unknown, and so no RegExp: their types would cost seconds. */
const ownFiles: NonNullable<ts.CompilerHost["resolveModuleNameLiterals"]> = (names, from) =>
  names.map(({ text }) => ({
    resolvedModule: text.startsWith(".")
      ? { resolvedFileName: join(dirname(from), text), extension: extname(text), isExternalLibraryImport: false }
      : undefined,
  }));

const METHODS: ReadonlySet<string> = new Set(["match", "matchAll", "search"]);

/** Whose method of these names is taken: of `text` in `text.match` and `text["match"]`. */
const methodOf = (node: ts.Node): ts.Expression | null => {
  const name = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)
      ? node.argumentExpression.text
      : "";
  // Both kinds of access have it.
  return METHODS.has(name) ? (node as ts.PropertyAccessExpression).expression : null;
};

/** The one thing a method is called with; nothing where it is not called. */
const argumentOf = (method: ts.Node): ts.Expression | undefined =>
  ts.isCallExpression(method.parent) && method.parent.expression === method ? method.parent.arguments[0] : undefined;

const isLiteral = (node: ts.Expression | undefined): boolean =>
  node !== undefined && ts.isRegularExpressionLiteral(node);

const mayBeString = (type: ts.Type): boolean =>
  type.isUnion()
    ? type.types.some(mayBeString)
    : (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0 ||
      type.symbol?.name === "String";
