import { composed } from "../kit/text.ts";
import type { XmlToken } from "./xml-tokens.ts";

/** The words of a part of a Word file, or the element of it that may show other words than it holds. */
export type DocxWords = { readonly lines: readonly string[] } | { readonly unclear: string };

/** `margin`: heads and feet of pages, with their numbers. `styles`: no words, but looks that would hide some. */
export type DocxPart = "body" | "margin" | "styles";

/**
 * Reads WordprocessingML as strictly as a report needs it: paragraphs, tables, pictures. Anything else that could be seen
 * and not read here, or read and not seen, is unclear: fields, text boxes, lists that number themselves, kept changes,
 * words that are hidden, turned around or white.
 */
export const docxWords = (tokens: readonly XmlToken[], part: DocxPart): DocxWords => {
  const page = writer();
  /** What stands open. */
  const open: string[] = [];
  for (const token of tokens) {
    const quiet = open.some((name) => isQuiet(name, part));
    const last = open.at(-1) ?? "text";
    if (token.kind === "text") {
      const read = !quiet && last === "w:t" ? decoded(token.text) : "";
      if (read === null) return { unclear: token.text.slice(0, 40) };
      if (read === "" && !quiet && last !== "w:t" && last !== "w:instrText" && token.text.trim() !== "")
        return { unclear: last };
      page.words(read);
      continue;
    }
    const { kind, name, tag } = token;
    if (kind === "close") {
      if (open.pop() !== name) return { unclear: name };
    } else {
      const known = quiet ? !SPEAKS.test(name) : isKnown(name, part);
      const renamed = open.length > 0 && tag.includes("xmlns:w=");
      if (!known || renamed || (HIDES.has(name) && !isOff(tag)) || isInvisible(name, tag)) return { unclear: name };
      if (!quiet && !page.open(name)) return { unclear: name };
    }
    if (kind === "open") open.push(name);
    else if (!quiet) page.close(name);
  }
  if (open.length > 0) return { unclear: open.at(-1) ?? "" };
  // Numbers of pages come and go with the program that saved the file.
  return { lines: part === "margin" ? page.lines.filter((line) => !/^\d{1,4}$/.test(line)) : page.lines };
};

/** Puts lines together as the page has them. */
const writer = () => {
  const lines: string[] = [];
  let line = "";
  let row: string[] | null = null;
  let cell: string[] | null = null;
  const push = (to: string[], text: string): void => {
    const bare = bareLine(text);
    if (bare !== "") to.push(bare);
  };
  return {
    lines,
    words: (text: string): void => {
      line += text;
    },
    /** False where it stands where a report has none: a table inside a table. */
    open: (name: string): boolean => {
      if (name === "w:p") line = "";
      if (name === "w:tr") row = [];
      if (name === "w:tc") cell = [];
      if (name === "w:drawing") line += ` ${PICTURE} `;
      if (GAPS.has(name)) line += " ";
      if (name === "w:noBreakHyphen") line += "-";
      return name !== "w:tbl" || row === null;
    },
    close: (name: string): void => {
      if (name === "w:p") push(cell ?? lines, line);
      if (name === "w:tc") {
        row?.push((cell ?? []).join(" "));
        cell = null;
      }
      if (name === "w:tr") {
        push(lines, (row ?? []).join(CELLS));
        row = null;
      }
    },
  };
};

/** How a picture stands among the lines, and what parts the cells of a row. */
export const PICTURE = "[hình]";
export const CELLS = " | ";

/** However its letters are put together and its blanks were typed. */
export const bareLine = (line: string): string =>
  composed(line)
    .replace(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, " ")
    .trim();

const GAPS = new Set(["w:tab", "w:br", "w:cr"]);
const BODY = new Set([
  ...["w:document", "w:body", "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:drawing", ...GAPS],
  ...["w:noBreakHyphen", "w:softHyphen", "w:hyperlink", "w:smartTag", "w:proofErr", "w:lastRenderedPageBreak"],
  ...["w:bookmarkStart", "w:bookmarkEnd"],
]);
const MARGIN = new Set([...BODY, "w:hdr", "w:ftr", "w:fldSimple", "w:fldChar", "w:instrText"]);
/** How something looks, and pictures: no words stand in them. */
const LOOKS = new Set(
  ["p", "r", "tbl", "tr", "tc", "sect", "smartTag"].map((of) => `w:${of}Pr`).concat("w:tblGrid", "w:tblPrEx"),
);
const isQuiet = (name: string, part: DocxPart): boolean => part === "styles" || LOOKS.has(name) || name === "w:drawing";
const isKnown = (name: string, part: DocxPart): boolean =>
  part === "styles" || LOOKS.has(name) || (part === "margin" ? MARGIN : BODY).has(name);
/** Inside looks and pictures: what would be words after all. */
const SPEAKS = /^(?:w:t|a:t|m:t|w:txbxContent|w:sym|w:pict|w:object|mc:.+|v:.+|wps:.+)$/;

/** Unless they say that they are off, these make words vanish, turn them around, or put words where none are written. */
const HIDES = new Set(
  ["vanish", "specVanish", "webHidden", "rtl", "bidi", "bidiVisual", "ins", "del", "moveFrom", "moveTo", "numId"].map(
    (name) => `w:${name}`,
  ),
);
const isOff = (tag: string): boolean => /\sw:val="(?:0|false|off)"/.test(tag);

/** White, or smaller than anybody prints: 6 points are the smallest a report has. How else words could be made hard to see is not looked for. */
const isInvisible = (name: string, tag: string): boolean => {
  const value = /\sw:val="([^"]*)"/.exec(tag)?.[1] ?? "";
  if (name === "w:color") return /^f{6}$|&/i.test(value) || /\sw:themeColor="(?:background|light)\d"/.test(tag);
  return name === "w:sz" && !(Number(value) >= 12);
};

/** The words of a text of XML; null where a sign is written in a way no program writes it. */
const decoded = (text: string): string | null => {
  let strange = false;
  const words = text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const sign = SIGNS.get(name) ?? numbered(name);
    strange ||= sign === null || !whole.endsWith(";");
    return sign ?? "";
  });
  return strange ? null : words;
};
const SIGNS = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["amp", "&"],
]);
const numbered = (name: string): string | null => {
  const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
  const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return point > 0 && point < 0x110000 ? String.fromCodePoint(point) : null;
};
