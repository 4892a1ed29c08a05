import type { Received } from "../channel.ts";
import { pressOf } from "../degrade/press.ts";
import type { Gathering } from "../gathering.ts";
import type { InboundContent } from "../inbound.ts";
import { content } from "./content.ts";
import { isLeftAlone, kindOf } from "./kinds.ts";
import { Callback, Membership, TelegramMessage, type Update } from "./update.ts";

/** One authentic update → what it means to us. `now` in epoch ms. Never refuses: an update that is not acknowledged blocks its chat for a day. */
export const read = (update: typeof Update._output, connection: string, now: number): Received => {
  const inbound = (chat: number, at: number, what: InboundContent): Received => ({
    inbounds: [{ connection, key: String(update.update_id), chat: String(chat), at: Math.min(at, now), content: what }],
    unknown: false,
  });
  if ("message" in update) return message(update.message, inbound);
  if ("callback_query" in update) return press(update.callback_query, now, inbound);
  if ("my_chat_member" in update) return membership(update.my_chat_member, inbound);
  return Object.keys(update).some(isLeftAlone) ? nothing : unknown;
};

type Make = (chat: number, at: number, what: InboundContent) => Received;
const nothing: Received = { inbounds: [], unknown: false };
const unknown: Received = { inbounds: [], unknown: true };

const message = (value: unknown, inbound: Make): Received => {
  const { success, data } = TelegramMessage.safeParse(value);
  if (!success) return unknown;
  // A group would read one person's lesson to all; other bots would talk with us for ever.
  if (data.chat.type !== "private") {
    const { migrate_to_chat_id: to } = data;
    return inGathering(data.chat.id, to === undefined ? {} : { movedTo: String(to) });
  }
  if (data.from?.is_bot) return nothing;
  const what = content(data);
  if (!what) return nothing;
  // Counted, so that somebody notices a kind that came after this version, and answered all the same.
  return {
    ...inbound(data.chat.id, data.date * 1000, what),
    unknown: data.text === undefined && kindOf(data) === "unknown",
  };
};

const inGathering = (chat: number, what: Partial<Gathering> = {}): Received => ({
  ...nothing,
  gathering: { chat: String(chat), joined: false, left: false, language: "vi", ...what },
});

const press = (value: unknown, now: number, inbound: Make): Received => {
  const { success, data } = Callback.safeParse(value);
  if (!success) return unknown;
  // The phone shows a turning wheel until the press is answered. Telegram runs a method put into the body of the 2xx
  // answer, so this costs no call of ours, and comes only once the press is durable.
  const acknowledge = { method: "answerCallbackQuery", callback_query_id: data.id };
  const chat = data.message?.chat ?? { id: data.from.id, type: "private" };
  if (chat.type !== "private") return { ...inGathering(chat.id), acknowledge };
  if (data.data === undefined) return { ...nothing, acknowledge };
  const message = data.message?.message_id;
  return {
    ...undated(inbound(chat.id, now, { kind: "press", ...pressOf(data.data) })),
    acknowledge,
    ...(message === undefined ? {} : { pressed: { chat: String(chat.id), message: String(message) } }),
  };
};

/** A press has no time of its own: that of its message is when we asked. */
const undated = (received: Received): Received => ({
  ...received,
  inbounds: received.inbounds.map((one) => ({ ...one, undated: true })),
});

const membership = (value: unknown, inbound: Make): Received => {
  const { success, data } = Membership.safeParse(value);
  if (!success) return unknown;
  const { status } = data.new_chat_member;
  if (data.chat.type !== "private") {
    const left = isOut(status);
    return inGathering(data.chat.id, {
      left,
      // Made an administrator it was there before; where Telegram does not say how it was, it has come.
      joined: !left && isOut(data.old_chat_member?.status ?? "left"),
      language: data.from?.language_code.split("-")[0] ?? "vi",
    });
  }
  if (status === "kicked") return inbound(data.chat.id, data.date * 1000, { kind: "blocked" });
  return status === "member" ? inbound(data.chat.id, data.date * 1000, { kind: "unblocked" }) : unknown;
};

const isOut = (status: string): boolean => status === "left" || status === "kicked";
