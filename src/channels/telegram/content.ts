import type { InboundContent } from "../inbound.ts";
import { telegramCapabilities } from "./capabilities.ts";
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
  return { kind: "text", text: short(text.replace(/^\/(\w+)(?:@\w+)?/, "$1")) };
};

/** A real server never sends more; whoever does must not make us store it. Not cut inside a surrogate pair. */
const short = (text: string): string => {
  const cut = text.slice(0, telegramCapabilities.textCharacters);
  return cut.length < text.length ? cut.replace(/[\uD800-\uDBFF]$/, "") : cut;
};
