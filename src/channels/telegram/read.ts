import type { Received } from "../channel.ts";
import { pressOf } from "../degrade/press.ts";
import type { InboundContent } from "../inbound.ts";
import { content } from "./content.ts";
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
  // An edit changes words that were already answered. Answering them again would move the conversation by a message the
  // person sees far above, so edits are left alone (and not asked for).
  if ("edited_message" in update) return nothing;
  return unknown;
};

type Make = (chat: number, at: number, what: InboundContent) => Received;
const nothing: Received = { inbounds: [], unknown: false };
const unknown: Received = { inbounds: [], unknown: true };

const message = (value: unknown, inbound: Make): Received => {
  const { success, data } = TelegramMessage.safeParse(value);
  if (!success) return unknown;
  // A group would read one person's lesson to all; other bots would talk with us for ever.
  if (data.chat.type !== "private" || data.from?.is_bot) return nothing;
  const what = content(data);
  return what ? inbound(data.chat.id, data.date * 1000, what) : unknown;
};

const press = (value: unknown, now: number, inbound: Make): Received => {
  const { success, data } = Callback.safeParse(value);
  if (!success) return unknown;
  // The phone shows a turning wheel until the press is answered. Telegram runs a method put into the body of the 2xx
  // answer, so this costs no call of ours, and comes only once the press is durable.
  const acknowledge = { method: "answerCallbackQuery", callback_query_id: data.id };
  const chat = data.message?.chat ?? { id: data.from.id, type: "private" };
  if (chat.type !== "private" || data.data === undefined) return { ...nothing, acknowledge };
  return { ...inbound(chat.id, now, { kind: "press", ...pressOf(data.data) }), acknowledge };
};

const membership = (value: unknown, inbound: Make): Received => {
  const { success, data } = Membership.safeParse(value);
  if (!success) return unknown;
  if (data.chat.type !== "private") return nothing;
  const { status } = data.new_chat_member;
  if (status === "kicked") return inbound(data.chat.id, data.date * 1000, { kind: "blocked" });
  return status === "member" ? inbound(data.chat.id, data.date * 1000, { kind: "unblocked" }) : unknown;
};
