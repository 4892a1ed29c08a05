import ts from "typescript";
import { walk } from "./literals.ts";

type Source = { readonly path: string; readonly text: string };

/**
 * Whether what stands on this line could run after its module was loaded: a function around it that is handed on, kept, or
 * called from one that is. Where every call stands at the top of a module, whoever loads the modules has seen them all.
 */
export const calledLater = (sources: readonly Source[], path: string, line: number): boolean => {
  const source = sources.find((s) => s.path === path);
  const asked = new Set<string>();
  const later = (node: ts.Node): boolean => {
    const around = functionAround(node);
    if (around === null) return false;
    const name = nameOf(around);
    if (name === null) return true;
    if (asked.has(name)) return false;
    asked.add(name);
    const from = node.getSourceFile().fileName;
    return sources
      .filter(({ text }) => text.includes(name))
      .some((s) => uses(s, name, from).some((use) => !isCalled(use) || later(use.parent)));
  };
  let found = false;
  walk(source?.text ?? "", path, (node, at) => {
    if (at === line && makes(node)) found ||= later(node);
  });
  return found;
};

const makes = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) && node.expression.getText() === "RegExp";

/** The function that has to be called before a node runs, or null at the top of a module. A list's callbacks run at once. */
const functionAround = (node: ts.Node): ts.Node | null => {
  for (let up = node.parent; up; up = up.parent) if (ts.isFunctionLike(up) && !runsAtOnce(up)) return up;
  return null;
};

const runsAtOnce = (made: ts.Node): boolean =>
  ts.isCallExpression(made.parent) &&
  ts.isPropertyAccessExpression(made.parent.expression) &&
  ["map", "flatMap", "filter", "forEach", "reduce"].includes(made.parent.expression.name.text);

/** `const name = () => …` or `function name()` at the top of a module; anything else can be reached in ways no name tells. */
const nameOf = (made: ts.Node): string | null => {
  if (ts.isFunctionDeclaration(made)) return ts.isSourceFile(made.parent) ? (made.name?.text ?? null) : null;
  const { parent } = made;
  const statement = ts.isVariableDeclaration(parent) ? parent.parent.parent : null;
  return ts.isVariableDeclaration(parent) &&
    ts.isIdentifier(parent.name) &&
    statement &&
    ts.isSourceFile(statement.parent)
    ? parent.name.text
    : null;
};

/** Where a name stands, but for its declaration and for imports and exports of it as it is. */
const uses = ({ text, path }: Source, name: string, from: string): readonly ts.Identifier[] => {
  const found: ts.Identifier[] = [];
  // Another file may use the same name for something of its own.
  let known = path === from;
  walk(text, path, (node) => {
    if (ts.isNamespaceImport(node)) known = true;
    if (!ts.isIdentifier(node) || node.text !== name) return;
    const { parent } = node;
    const passes = ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent);
    const declares = (ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(parent)) && parent.name === node;
    known ||= passes;
    if (!declares && !(passes && parent.propertyName === undefined)) found.push(node);
  });
  return known ? found : [];
};

const isCalled = (use: ts.Identifier): boolean => ts.isCallExpression(use.parent) && use.parent.expression === use;
