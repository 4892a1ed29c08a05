import ts from "typescript";
import { conclude, files, started } from "./files.ts";
import { type Piece, walk } from "./literals.ts";

// src/engine is replayed to the letter: its time, its ids and its chance come in through `env`. What it imports is held
// by .dependency-cruiser.cjs; this holds what needs no import.

/** Everything in a source file that would make the same turn come out differently tomorrow. */
export function impuritiesIn(source: string, path: string): Piece[] {
  const found: Piece[] = [];
  walk(source, path, (node, line) => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push({ line, text: "import()" });
    if (ts.isMetaProperty(node)) found.push({ line, text: "import.meta" });
    if (ts.isAwaitExpression(node)) found.push({ line, text: "await" });
    if (!ts.isIdentifier(node) || isName(node)) return;
    if (FORBIDDEN.has(node.text)) found.push({ line, text: node.text });
    if (node.text === "Math" && !isTame(node.parent)) found.push({ line, text: "Math.random" });
  });
  return found;
}

const FORBIDDEN = new Set([
  ...[
    "Date",
    "performance",
    "process",
    "globalThis",
    "global",
    "window",
    "document",
    "crypto",
    "fetch",
    "console",
    "Buffer",
    "require",
    "Intl",
  ],
  ...[
    "setTimeout",
    "setInterval",
    "setImmediate",
    "queueMicrotask",
    "localStorage",
    "navigator",
    "WebSocket",
    "Worker",
  ],
]);

/** `Math.floor` is arithmetic; `Math.random`, `Math["random"]` and `const { random } = Math` are not seen through, so all but the plain form are refused. */
const isTame = (parent: ts.Node): boolean => ts.isPropertyAccessExpression(parent) && parent.name.text !== "random";

/** A word that only names something of our own: a property, a key, a field of a type. */
const isName = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
      parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
};

if (started(import.meta.filename)) {
  const sources = files("src/engine").filter(({ path }) => path.endsWith(".ts"));
  const faults = sources.flatMap(({ path, text }) =>
    impuritiesIn(text ?? "", path).map(
      (piece) => `${path}:${piece.line}: the engine may not use ${piece.text}; let it come in through env`,
    ),
  );
  conclude("check-engine-pure", faults, `${sources.length} files of the engine`);
}
