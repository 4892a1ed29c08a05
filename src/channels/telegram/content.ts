import { type InboundContent, typed } from "../inbound.ts";
import { kindOf } from "./kinds.ts";
import type { TelegramMessage } from "./update.ts";

/** What a private message says; null for a service message (a pinned message, a changed background), which nobody meant to say. */
export const content = (message: TelegramMessage): InboundContent | null => {
  if (message.text !== undefined) return words(message.text);
  const kind = kindOf(message);
  if (kind === "silent") return null;
  return { kind: "media", media: kind === "unknown" || kind === "words" ? "unsupported" : kind };
};

/** `/start CODE` is a deep link; any other `/word` is the word itself, which the house understands in every state. */
const words = (text: string): InboundContent => {
  const start = /^\/start(?:@\w+)?(?:\s+(\S{1,64}))?\s*$/.exec(text);
  if (start) return { kind: "open", code: start[1] ?? null };
  return typed(text.replace(/^\/(\w+)(?:@\w+)?/, "$1"));
};
