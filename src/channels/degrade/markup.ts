import { composed } from "../../kit/text.ts";
import type { Capabilities } from "../capabilities.ts";

/** `**bold**` as the channel writes it. Everything else is escaped, so no text, whoever wrote it, can become a tag. */
export const markedUp = (text: string, bold: Capabilities["bold"]): string =>
  bold === "none" ? withoutBold(text) : escaped(text).replace(BOLD, "<b>$1</b>");

/** What a reader sees; channels count these characters (UTF-16 units), not the markup. */
export const withoutBold = (text: string): string => (text.includes("**") ? text.replace(BOLD, "$1") : text);

/** Composed, so that a text typed on a Mac measures the same; without lone surrogates, which the Bot API refuses as broken UTF-8. */
export const tidy = (text: string): string => {
  const sound = PLAIN.test(text)
    ? text
    : composed(text)
        .replace(/\p{Surrogate}/gu, "\uFFFD")
        .replace(/\r\n?/g, "\n");
  return (sound.includes("\n\n\n") ? sound.replace(/\n{3,}/g, "\n\n") : sound).trim();
};

/**
 * Letters of Vietnamese and English, digits and common signs, all composed already: nearly every text of the house. Asking
 * first, here and for the markup, makes degrading three times cheaper: a turn tidies some twenty texts.
 */
const PLAIN = /^[\n\u0020-\u02ff\u1ea0-\u1ef9\u2010-\u2027]*$/;

const BOLD = /\*\*([^*]+)\*\*/g;

const escaped = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : text;
