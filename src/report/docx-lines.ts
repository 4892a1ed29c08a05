import { type DocxPart, type DocxWords, docxWords } from "./docx-words.ts";
import { type XmlToken, xmlTokens } from "./xml-tokens.ts";
import { zipParts } from "./zip-parts.ts";

/**
 * What somebody reads in a Word file, in order: a paragraph a line, a row of a table a line with its cells. Words at the
 * head and foot of the pages come last. `unclear`: something of it could show other words than those read here. Null: it
 * is no Word file.
 */
export const linesOfDocx = (bytes: Buffer): DocxWords | null => {
  const parts = zipParts(bytes);
  if (!parts?.has(MAIN)) return null;
  const lines: string[] = [];
  // The body first, as it is read.
  const inOrder = [...parts].sort(([a], [b]) => Number(b === MAIN) - Number(a === MAIN));
  for (const [name, bytes] of inOrder.filter(([name]) => /\.(?:xml|rels)$/i.test(name))) {
    const tokens = xmlTokens(bytes.toString());
    // Which part is the document is said elsewhere; another than this one would be shown and never read here.
    if (tokens === null || (name === ROOT && !pointsToMain(tokens))) return { unclear: name };
    const part = name === MAIN ? "body" : partOf(tokens);
    const read = part === null ? { lines: [] } : docxWords(tokens, part);
    if ("unclear" in read) return read;
    lines.push(...read.lines);
  }
  return parts.has(ROOT) ? { lines } : { unclear: ROOT };
};

const MAIN = "word/document.xml";
const ROOT = "_rels/.rels";

/** What is shown beside the body; all else is shown only where the body names it, and that is unclear there. */
const partOf = ([first]: readonly XmlToken[]): DocxPart | null => {
  const root = first?.kind === "open" ? (first.name.split(":").at(-1) ?? "") : "";
  return root === "hdr" || root === "ftr" ? "margin" : root === "styles" ? "styles" : null;
};

const pointsToMain = (rels: readonly XmlToken[]): boolean => {
  const tags = rels.flatMap((token) => ("tag" in token ? [token.tag] : []));
  const documents = tags.filter((tag) => tag.includes('/officeDocument"'));
  return documents.length === 1 && TARGET.test(documents[0] ?? "") && !tags.some((tag) => tag.includes("&"));
};
const TARGET = /\sTarget="\/?word\/document\.xml"/;
