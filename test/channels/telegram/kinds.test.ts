import type { Message } from "grammy/types";
import { expect, test } from "vitest";
import { receive } from "../../../src/channels/telegram/receive.ts";
import { updates } from "../../fakes/telegram/updates.ts";
import { monday } from "../../universe.ts";
import { connectionTo, SECRET } from "./kit.ts";

const make = updates();
const got = (update: object) => {
  const headers = { "x-telegram-bot-api-secret-token": SECRET };
  const result = receive(
    Buffer.from(JSON.stringify(update)),
    headers,
    connectionTo("http://127.0.0.1:1", "42:x"),
    monday,
  );
  if (!result.ok) throw new Error(result.fault.cause);
  return result.value;
};
const user = { id: 5, is_bot: false, first_name: "Người mẫu" };
const file = { file_id: "f", file_unique_id: "u" };
const size = { ...file, width: 90, height: 90 };
const clip = { ...file, width: 90, height: 90, duration: 2 };

/** What a person can send in a private chat, with fields as the Bot API's documentation lists them. */
const sends = {
  photo: [{ photo: [size], caption: "x", media_group_id: "1" }, "photo"],
  "a live photo, which carries its still picture too": [
    { photo: [size], live_photo: { ...clip, photo: [size] } },
    "photo",
  ],
  "a live photo alone": [{ live_photo: clip }, "photo"],
  sticker: [{ sticker: { ...size, type: "regular", is_animated: false, is_video: false } }, "sticker"],
  "an animation, which is a document too": [{ animation: clip, document: file }, "sticker"],
  voice: [{ voice: { ...file, duration: 3 } }, "voice"],
  audio: [{ audio: { ...file, duration: 3 } }, "voice"],
  location: [{ location: { latitude: 21.5, longitude: 105.9 } }, "location"],
  "a venue, which is a location too": [
    {
      venue: { location: { latitude: 21.5, longitude: 105.9 }, title: "x", address: "y" },
      location: { latitude: 21.5, longitude: 105.9 },
    },
    "location",
  ],
  video: [{ video: clip, caption: "x" }, "file"],
  "a round video": [{ video_note: { ...file, length: 240, duration: 3 } }, "file"],
  document: [{ document: file }, "file"],
  "formatted text": [{ rich_message: { blocks: [] } }, "unsupported"],
  contact: [{ contact: { phone_number: "x", first_name: "y" } }, "unsupported"],
  poll: [{ poll: { id: "1", question: "x", options: [] } }, "unsupported"],
  dice: [{ dice: { emoji: "🎲", value: 3 } }, "unsupported"],
  game: [{ game: { title: "x", description: "y", photo: [size] } }, "unsupported"],
  story: [{ story: { chat: { id: 5, type: "private" }, id: 1 } }, "unsupported"],
  "paid media": [{ paid_media: { star_count: 1, paid_media: [] } }, "unsupported"],
  checklist: [{ checklist: { title: "x", tasks: [] } }, "unsupported"],
  giveaway: [{ giveaway: { chats: [], winners_selection_date: 1, winner_count: 1 } }, "unsupported"],
  "winners of a giveaway": [{ giveaway_winners: { winner_count: 1, winners: [user] } }, "unsupported"],
  invoice: [{ invoice: { title: "x", currency: "VND", total_amount: 1 } }, "unsupported"],
  gift: [{ gift: { gift: {} } }, "unsupported"],
  "a gift of one's own": [{ unique_gift: { gift: {} } }, "unsupported"],
} as const satisfies Record<string, readonly [Partial<Record<keyof Message, unknown>>, string]>;

test.each(Object.entries(sends))("%s gets a kind answer, and nothing of it goes further", (_, [what, media]) => {
  expect(got(make.message(5, what))).toMatchObject({
    inbounds: [{ chat: "5", content: { kind: "media", media } }],
    unknown: false,
  });
  expect(got(make.message(5, what)).inbounds[0]?.content).toEqual({ kind: "media", media });
});

const happens = [
  { pinned_message: { message_id: 1, date: 0, chat: { id: 5, type: "private" } } },
  { chat_background_set: { type: {} } },
  { message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } },
  { write_access_allowed: { from_request: true } },
  { checklist_tasks_done: { marked_as_done_task_ids: [1] } },
  { successful_payment: { currency: "VND", total_amount: 1 } },
  { users_shared: { request_id: 1, users: [user] } },
  { chat_shared: { request_id: 1, chat_id: 1 } },
  { connected_website: "x.example" },
  { passport_data: { data: [], credentials: {} } },
  { web_app_data: { data: "x", button_text: "y" } },
  { new_chat_members: [user] },
  { forum_topic_created: { name: "x", icon_color: 1 } },
  { video_chat_started: {} },
] as const satisfies readonly Partial<Record<keyof Message, unknown>>[];

test.each(happens)("%j only tells of something: not answered, not counted as unknown", (what) => {
  expect(got(make.message(5, what))).toEqual({ inbounds: [], unknown: false });
});

const words = make.text(5, "x").message;
test.each([
  { edited_message: { ...words, edit_date: 1 } },
  { channel_post: { ...words, chat: { id: -5, type: "channel" } } },
  { edited_channel_post: { ...words, chat: { id: -5, type: "channel" } } },
  { business_connection: { id: "b", user } },
  { business_message: { ...words, business_connection_id: "b" } },
  { edited_business_message: { ...words, business_connection_id: "b" } },
  { deleted_business_messages: { business_connection_id: "b", message_ids: [1] } },
  { guest_message: words },
  { message_reaction: { chat: { id: 5, type: "private" }, message_id: 1, user } },
  { message_reaction_count: { chat: { id: -5, type: "channel" }, message_id: 1 } },
  { inline_query: { id: "1", from: user, query: "x" } },
  { poll: { id: "1", question: "x" } },
  { poll_answer: { poll_id: "1", user, option_ids: [0] } },
  { chat_join_request: { chat: { id: -5, type: "group" }, from: user } },
  { pre_checkout_query: { id: "1", from: user } },
])("%j is left alone", (body) => {
  expect(got(make.next(body))).toEqual({ inbounds: [], unknown: false });
});
