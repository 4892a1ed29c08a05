import ts from "typescript";
import { allChannels } from "../src/channels/all.ts";
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

/** What a source gives to others under a name of its own: its values or its types. */
export function exportsOf(source: string, path: string, what: "values" | "types" = "values"): Piece[] {
  const found: Piece[] = [];
  walk(source, path, (node, line) => {
    const exported =
      ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return;
    if (what === "types") {
      if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node))
        found.push({ line, text: node.name.text });
      return;
    }
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
  /^src\/(channels\/[^/]+|cli|engine\/steps|check\/rules|store\/sqlite\/writes|pictures\/(certificate|summary|scenes))\/[^/]+$/;

/** Names two files give to different things, from before this check. None comes to it, and each leaves it once it is one thing. */
const SHARED: ReadonlySet<string> = new Set(["line", "fault", "day"]);
/** The same of types. */
const SHARED_TYPES: ReadonlySet<string> = new Set(["Around", "Group", "Spelled", "Token"]);

/** The names that several of these sources export, each with where. */
export function sharedNames(
  sources: readonly { path: string; text: string }[],
  what: "values" | "types" = "values",
): ReadonlyMap<string, readonly string[]> {
  const givers = new Map<string, string[]>();
  for (const { path, text } of sources.filter(({ path }) => !REGISTERS.test(path)))
    for (const { text: name } of exportsOf(text, path, what)) givers.set(name, [...(givers.get(name) ?? []), path]);
  return new Map([...givers].filter(([, paths]) => paths.length > 1));
}

/** Where a source names one of these ids: as a text, or as the name of a member. */
export function idsIn(source: string, path: string, ids: ReadonlySet<string>): Piece[] {
  const found: Piece[] = [];
  walk(source, path, (node, line) => {
    const named =
      ts.isStringLiteralLike(node) ||
      (ts.isIdentifier(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node);
    if (named && ids.has(node.text)) found.push({ line, text: node.text });
  });
  return found;
}

/** Why a file may name a channel although it is not the channel's own. */
const NAMES_A_CHANNEL: Readonly<Record<string, string>> = {
  "src/desk/pages/unsent.tsx": "what a Zalo OA asks to be paid is told of its messages alone",
  "src/site/my-data.tsx": "the site is the other half of the web channel",
  "src/site/my-data-words.ts": "the site is the other half of the web channel",
  "src/store/sqlite/load.ts":
    "the page in a browser is fetched by whoever looks at it: alarms would reach nobody there",
  "src/store/sqlite/cold/downloads.ts": "what was asked for in a browser opens in that browser alone",
};

if (started(import.meta.filename)) {
  const sources = files("src").flatMap(({ path, text }) =>
    /\.tsx?$/.test(path) && text !== null ? [{ path, text }] : [],
  );
  const own = sources.filter(({ path }) => path !== "src/kit/text.ts");
  const normalising = own.flatMap(({ path, text }) =>
    normalisersIn(text, path).map(({ line }) => `${path}:${line}: a text is normalised in src/kit/text.ts alone`),
  );
  const twice = (
    [
      ["values", SHARED],
      ["types", SHARED_TYPES],
    ] as const
  ).flatMap(([what, known]) => {
    const shared = sharedNames(sources, what);
    return [
      ...[...shared]
        .filter(([name]) => !known.has(name))
        .map(([name, paths]) => `${name} is exported by ${paths.join(", ")}: one name, one thing`),
      ...[...known]
        .filter((name) => !shared.has(name))
        .map((name) => `${name} is one thing by now: take it out of the list in scripts/check-names.ts`),
    ];
  });
  const ids = new Set(allChannels.map((channel) => channel.name));
  const others = sources.map(({ path, text }) => {
    return {
      path,
      found: idsIn(text, path, new Set([...ids].filter((id) => !path.startsWith(`src/channels/${id}/`)))),
    };
  });
  const strangers = others.flatMap(({ path, found }) =>
    NAMES_A_CHANNEL[path]
      ? []
      : found.map(
          ({ line, text }) =>
            `${path}:${line}: names the channel ${text}; what is said of it stands in src/channels/${text}/`,
        ),
  );
  const notNaming = Object.keys(NAMES_A_CHANNEL)
    .filter((path) => !others.some((o) => o.path === path && o.found.length > 0))
    .map((path) => `${path} names no channel by now: take it out of NAMES_A_CHANNEL in scripts/check-names.ts`);
  conclude("check-names", [...normalising, ...twice, ...strangers, ...notNaming], `${sources.length} files`);
}
