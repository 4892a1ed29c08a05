import type { Capabilities } from "../capabilities.ts";

/** `**bold**` as the channel writes it. Everything else is escaped, so no text, whoever wrote it, can become a tag. */
export const written = (text: string, bold: Capabilities["bold"]): string =>
  bold === "none" ? bare(text) : escaped(text).replace(BOLD, "<b>$1</b>");

/** What a reader sees; channels count these characters (UTF-16 units), not the markup. */
export const bare = (text: string): string => text.replace(BOLD, "$1");

/** Composed, so that a text typed on a Mac measures the same; without lone surrogates, which the Bot API refuses as broken UTF-8. */
export const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .replace(/\r\n?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

const BOLD = /\*\*([^*]+)\*\*/g;

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
