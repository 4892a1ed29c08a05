import type { InboundContent } from "../inbound.ts";
import { telegramCapabilities } from "./capabilities.ts";
import type { TelegramMessage } from "./update.ts";

/** What a private message says; null for a service message (a pinned message, a changed background), which nobody meant to say. */
export const content = (message: TelegramMessage): InboundContent | null => {
  if (message.text !== undefined) return words(message.text);
  const kind = Object.keys(media).find((key) => message[key] !== undefined && message[key] !== null);
  return kind === undefined ? null : { kind: "media", media: media[kind] ?? "unsupported" };
};

type Media = Extract<InboundContent, { kind: "media" }>["media"];

/**
 * In this order, because an animation is also a document and a venue also a location. A caption is not read: the answer
 * to a picture is that we cannot see it, also when words stand under it. A contact is a telephone number, so it is not even looked into.
 */
const media: Readonly<Record<string, Media>> = {
  photo: "photo",
  sticker: "sticker",
  animation: "sticker",
  voice: "voice",
  audio: "voice",
  location: "location",
  document: "file",
  video: "file",
  video_note: "file",
  contact: "unsupported",
  poll: "unsupported",
  dice: "unsupported",
  game: "unsupported",
  story: "unsupported",
  paid_media: "unsupported",
  checklist: "unsupported",
  giveaway: "unsupported",
  invoice: "unsupported",
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
