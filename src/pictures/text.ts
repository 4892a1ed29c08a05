import { composed, decomposed } from "../kit/text.ts";
import { type FontWeight, WEIGHTS } from "./fonts.ts";
import { advanceOf } from "./glyphs.ts";

export type TextPlace = { x: number; y: number; anchor?: "start" | "middle" | "end" };
export type Type = { size: number; weight?: FontWeight; fill: string; spacing?: number };

/** One line of text as SVG, cleaned and escaped; `y` is the baseline. */
export function textLine(text: string, place: TextPlace, type: Type): string {
  const shown = escapeXml(drawableText(text));
  if (shown === "") return "";
  return `${openText(place, type)}${shown}</text>`;
}

/** One line of pieces of different weight with a space between, set by the renderer as one text so that the spaces are true. */
export function pieces(parts: [text: string, weight: FontWeight][], place: TextPlace, type: Type): string {
  const spans = parts.map(
    ([text, weight]) => `<tspan font-weight="${weight}">${escapeXml(drawableText(text))}</tspan>`,
  );
  return `${openText(place, type)}${spans.join(" ")}</text>`;
}

/** Width in user units of a cleaned text on one line. */
export function measure(text: string, size: number, weight: FontWeight = 400): number {
  let em = 0;
  for (const char of text) em += advanceOf(char.codePointAt(0) ?? 0, weight) ?? 0;
  return em * size;
}

/**
 * What of a text can be drawn: one line, composed, only glyphs our font has.
 * An emoji or a control character would otherwise come out as a box, or make the picture unreadable XML.
 */
export function drawableText(text: string): string {
  const drawn = [...composed(text.slice(0, LONGEST))].flatMap((char) => drawable(char)).join("");
  // Two marks on a letter exist in the languages of the highlands; a tower of twenty is an attack on the layout.
  return drawn
    .replace(/\s+/gu, " ")
    .replace(/(\p{M}{2})\p{M}+/gu, "$1")
    .trim();
}

export const toHundredths = (n: number): number => Math.round(n * 100) / 100;

function openText({ x, y, anchor = "start" }: TextPlace, { size, weight = 400, fill, spacing }: Type): string {
  const align = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  const tracking = spacing ? ` letter-spacing="${toHundredths(spacing)}"` : "";
  return `<text x="${toHundredths(x)}" y="${toHundredths(y)}"${align} font-size="${size}" font-weight="${weight}"${tracking} fill="${fill}">`;
}

/** Nothing on a card needs more; a megabyte of text must not cost a megabyte of measuring. */
const LONGEST = 1000;

/** Letters and signs the font lacks, written with the nearest it has. */
const NEAREST: Record<string, string> = { "→": "›", "➔": "›", "➜": "›", ƀ: "b", Ƀ: "B", "−": "–", "‐": "-", "‑": "-" };

function drawable(char: string): string[] {
  if (/\s/u.test(char)) return [" "];
  if (has(char)) return [char];
  const near = NEAREST[char];
  if (near !== undefined) return [near];
  const parts = [...decomposed(char)];
  return parts.length > 1 && parts.every(has) ? parts : [];
}

const has = (char: string): boolean => {
  const codePoint = char.codePointAt(0) ?? 0;
  return codePoint > 31 && WEIGHTS.every((weight) => advanceOf(codePoint, weight) !== undefined);
};

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? "");
