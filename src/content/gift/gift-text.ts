import type { TextFormat } from "gift-pegjs";
import type { Bilingual } from "../../kit/bilingual.ts";
import { composed } from "../../kit/text.ts";
import { unmasked } from "./gift-items.ts";

/** A text of GIFT in the words and the **bold** that our content has; why not, where it holds more than that. */
export const giftText = ({ format, text }: TextFormat): { readonly text: string } | { readonly why: Bilingual } => {
  if (format === "plain") return { text: spaced(unmasked(text)) };
  const words = unmasked(text)
    .replace(/<\/?(?:b|strong)>/giu, "**")
    .replace(SILENT, " ");
  const tag = /<\/?([a-z][a-z0-9]*)(?:[^<>a-z0-9][^<>]*)?>/iu.exec(words)?.[1];
  if (tag !== undefined) return { why: html(tag) };
  if (format === "markdown") {
    if (words.includes("![") || words.includes("](")) return { why: markdown };
    return { text: spaced(entities(words.replaceAll("__", "**"))) };
  }
  return { text: spaced(entities(words)) };
};

/** On one line, without signs nobody sees: an entity may hide one. */
const spaced = (text: string): string =>
  text
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();

/** Tags that only part or group words. */
const SILENT = /<\/?(?:p|br|div|span|i|em|u)\b[^<>]*>/giu;

const entities = (text: string): string =>
  composed(
    text
      .replace(/&([a-z])(grave|acute|circ|tilde|uml);/giu, (_, letter: string, mark: string) => letter + marks[mark])
      .replace(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&([a-z]{2,6});/gu, (whole, name: string) => named[name] ?? whole),
  );

const marks: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
};
const named: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  amp: "&",
};

const html = (tag: string): Bilingual => ({
  vi: `có thẻ HTML <${tag}>; câu hỏi ở đây chỉ có chữ và chữ đậm`,
  en: `it has the HTML tag <${tag}>; a question here holds words and bold words only`,
});
const markdown: Bilingual = {
  vi: "có hình hoặc liên kết; câu hỏi ở đây chỉ có chữ và chữ đậm",
  en: "it has a picture or a link; a question here holds words and bold words only",
};
