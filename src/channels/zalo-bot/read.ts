import type { Received } from "../channel.ts";
import { type InboundContent, typed } from "../inbound.ts";
import type { Event } from "./event.ts";

/** One authentic event → what it means to us. `now` in epoch ms. Never refuses: nobody knows whether Zalo would bring it again. */
export const read = ({ event_name: name, message }: Event, connection: string, now: number): Received => {
  if (ignored.has(name)) return nothing;
  // A group would read one person's lesson to all; other bots would talk with us for ever.
  if (!isPrivate(message) || message?.from?.is_bot) return nothing;
  const content = contents.get(name)?.(message?.text);
  const chat = message?.chat?.id ?? message?.from?.id;
  const key = message?.message_id ?? (message?.date === undefined ? undefined : `${name}:${message.date}:${chat}`);
  // A name we do not know is not answered: were it a receipt of our own message, the answer would bring the next one.
  if (!content || chat === undefined || key === undefined) return unknown;
  const undated = message?.date === undefined ? { undated: true as const } : {};
  return {
    inbounds: [{ connection, key, chat, at: Math.min(message?.date ?? now, now), content, ...undated }],
    unknown: false,
  };
};

/** A kind of chat nobody knows counts as one that others read. Where none is named, the person's own id is that of their private chat. */
const isPrivate = (message: Event["message"]): boolean => {
  const { chat, from } = message ?? {};
  if (chat?.chat_type !== undefined) return chat.chat_type.toUpperCase() === "PRIVATE";
  return chat?.id === undefined || from?.id === undefined || chat.id === from.id;
};

const nothing: Received = { inbounds: [], unknown: false };
const unknown: Received = { inbounds: [], unknown: true };

/** A heart under a message asks for nothing. */
const ignored = new Set(["message.reaction.received"]);

type Media = Extract<InboundContent, { kind: "media" }>["media"];
const media = (what: Media) => (): InboundContent => ({ kind: "media", media: what });

/** A sentence with an address in it may come as a link; without words it is a link alone, which we do not open. */
const words = (text: string | undefined): InboundContent =>
  text === undefined ? { kind: "media", media: "unsupported" } : typed(text);

/**
 * Pictures, stickers and voice are told by the name alone; where they lie is not even read, because we keep none.
 * `unsupported` also stands for everything that people under special protection write (children, people with
 * disabilities), whom Zalo lets no bot read: they are sent to a person. A Map, because an event may call itself `constructor`.
 */
const contents = new Map<string, (text: string | undefined) => InboundContent>([
  ["message.text.received", words],
  ["message.link.received", words],
  ["message.image.received", media("photo")],
  ["message.sticker.received", media("sticker")],
  ["message.voice.received", media("voice")],
  ["message.unsupported.received", media("unsupported")],
]);
