import ts from "typescript";

/** A piece of a source file and its line, counted from 1. */
export type Piece = { readonly line: number; readonly text: string };

/** Every string a source file holds; the pieces of one template in one, with `?` where something is put in. Comments are no strings. */
export function literalsIn(source: string, path = "x.tsx"): Piece[] {
  const found: Piece[] = [];
  walk(source, path, (node, line) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push({ line, text: node.text });
    if (ts.isTemplateExpression(node))
      found.push({ line, text: [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join("?") });
  });
  return found;
}

/** Calls `visit` for every node with the line it begins on. */
export function walk(source: string, path: string, visit: (node: ts.Node, line: number) => void): void {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, true, kind);
  const each = (node: ts.Node): void => {
    visit(node, file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1);
    ts.forEachChild(node, each);
  };
  each(file);
}
