import ts from "typescript";
import { conclude, files, started } from "./files.ts";
import { type Piece, walk } from "./literals.ts";

// Codes, tokens and ids open people, roles and certificates. Math.random gives its state away in a dozen draws, so that
// nothing outside tests and benchmarks may draw from it, whatever it is called by: src/kit/random.ts draws from node:crypto.

/** Every way a source file reaches Math.random, or could without saying so. */
export function weakRandomIn(source: string, path: string): Piece[] {
  const found: Piece[] = [];
  walk(source, path, (node, line) => {
    const add = (text: string) => void found.push({ line, text });
    if (ts.isPropertyAccessExpression(node) && node.name.text === "Math" && !tame(node)) add(node.getText());
    if (ts.isBindingElement(node) && nameOf(node.propertyName ?? node.name) === "Math") add("Math, taken apart");
    if (ts.isElementAccessExpression(node) && isGlobal(node.expression)) {
      const key = node.argumentExpression;
      // A key put together while running could be any name.
      if (!ts.isStringLiteralLike(key) || (key.text === "Math" && !tame(node)) || DYNAMIC.has(key.text))
        add(node.getText());
    }
    if (!ts.isIdentifier(node)) return;
    if (node.text === "Math" && !isMember(node) && !tame(node)) add("Math.random");
    if (
      !isMember(node) &&
      DYNAMIC.has(node.text) &&
      (ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent))
    )
      add(node.text);
    if (node.text === "pseudoRandomBytes") add(node.text);
  });
  return found;
}

/** `Math.floor` says what it takes. `Math.random`, `Math["random"]`, `{ random } = Math`, `const m = Math`, `f(Math)` do not. */
const tame = ({ parent }: ts.Node & { readonly parent: ts.Node }): boolean =>
  (ts.isPropertyAccessExpression(parent) && parent.name.text !== "random" && parent.name.text !== "Math") ||
  (ts.isElementAccessExpression(parent) &&
    ts.isStringLiteralLike(parent.argumentExpression) &&
    parent.argumentExpression.text !== "random") ||
  ts.isTypeQueryNode(parent);

/** A field called Math of something, or a key of our own: looked at by its access, not by its name. */
const isMember = ({ parent, ...node }: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(parent) && parent.name.pos === node.pos) ||
  ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name.pos === node.pos) ||
  ts.isBindingElement(parent);

const isGlobal = (node: ts.Node): boolean =>
  ts.isIdentifier(node) && ["globalThis", "global", "window", "self"].includes(node.text);

const nameOf = (name: ts.Node): string => (ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : "");

/** What runs text as a program is not seen through. */
const DYNAMIC: ReadonlySet<string> = new Set(["eval", "Function"]);

if (started(import.meta.filename)) {
  const sources = files("src", "scripts").filter(({ path }) => /\.(?:[cm]?[jt]s|[jt]sx)$/.test(path));
  const faults = sources.flatMap(({ path, text }) =>
    weakRandomIn(text ?? "", path).map(
      (piece) => `${path}:${piece.line}: ${piece.text} can be foreseen; draw from src/kit/random.ts`,
    ),
  );
  conclude("check-random", faults, `${sources.length} source files`);
}
