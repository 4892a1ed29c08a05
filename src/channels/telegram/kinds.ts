import type { Message, Update } from "grammy/types";
import type { InboundContent } from "../inbound.ts";

type Media = Extract<InboundContent, { kind: "media" }>["media"];
/** Why a kind is not answered. */
type Silent =
  /** Telegram tells what happened in a chat; nobody said anything to us. */
  | "happening"
  /** Comes only in groups, channels or forums, where nothing of a person is said or kept. */
  | "public"
  /** The answer to something this bot never offers (payment, sharing, signing in, a page inside Telegram), with what we must not see. */
  | "never-offered";
/** What the message says in words is read; `part` belongs to another field that tells the kind. */
type Read = "words" | "part";

/**
 * Every kind a message can be of, as grammY's types name them: one added there does not compile until it is decided here.
 * The first that is present counts, because an animation is also a document, a venue a location and a live photo a photo.
 * What a person meant to send gets a kind answer. A caption is not read: the answer to a picture is that we cannot see
 * it, also when words stand under it. A contact is somebody's telephone number, so it is not even looked into.
 */
const messageKinds = {
  text: "words",
  entities: "part",
  live_photo: "photo",
  photo: "photo",
  sticker: "sticker",
  animation: "sticker",
  voice: "voice",
  audio: "voice",
  venue: "location",
  location: "location",
  video: "file",
  video_note: "file",
  document: "file",
  rich_message: "unsupported",
  contact: "unsupported",
  poll: "unsupported",
  dice: "unsupported",
  game: "unsupported",
  story: "unsupported",
  paid_media: "unsupported",
  checklist: "unsupported",
  giveaway: "unsupported",
  giveaway_winners: "unsupported",
  invoice: "unsupported",
  gift: "unsupported",
  unique_gift: "unsupported",
  checklist_tasks_done: "happening",
  checklist_tasks_added: "happening",
  pinned_message: "happening",
  chat_background_set: "happening",
  message_auto_delete_timer_changed: "happening",
  write_access_allowed: "happening",
  gift_upgrade_sent: "happening",
  managed_bot_created: "happening",
  poll_option_added: "happening",
  poll_option_deleted: "happening",
  paid_message_price_changed: "happening",
  direct_message_price_changed: "happening",
  suggested_post_info: "public",
  suggested_post_approved: "public",
  suggested_post_approval_failed: "public",
  suggested_post_declined: "public",
  suggested_post_paid: "public",
  suggested_post_refunded: "public",
  community_chat_added: "public",
  community_chat_removed: "public",
  community_chat_joined: "public",
  chat_owner_left: "public",
  chat_owner_changed: "public",
  new_chat_members: "public",
  left_chat_member: "public",
  new_chat_title: "public",
  new_chat_photo: "public",
  delete_chat_photo: "public",
  group_chat_created: "public",
  supergroup_chat_created: "public",
  channel_chat_created: "public",
  migrate_to_chat_id: "public",
  migrate_from_chat_id: "public",
  proximity_alert_triggered: "public",
  boost_added: "public",
  forum_topic_created: "public",
  forum_topic_edited: "public",
  forum_topic_closed: "public",
  forum_topic_reopened: "public",
  general_forum_topic_hidden: "public",
  general_forum_topic_unhidden: "public",
  giveaway_created: "public",
  giveaway_completed: "public",
  video_chat_scheduled: "public",
  video_chat_started: "public",
  video_chat_ended: "public",
  video_chat_participants_invited: "public",
  successful_payment: "never-offered",
  refunded_payment: "never-offered",
  users_shared: "never-offered",
  chat_shared: "never-offered",
  connected_website: "never-offered",
  passport_data: "never-offered",
  web_app_data: "never-offered",
} as const satisfies Readonly<Record<Exclude<keyof Message, keyof Message.MediaMessage>, Media | Silent | Read>>;

/** What a person sent without words we can read; "silent": Telegram tells of something. Of no kind known here it is something a newer telephone can send, and its sender waits for an answer. */
export const kindOf = (message: Readonly<Record<string, unknown>>): Media | "words" | "silent" | "unknown" => {
  for (const [field, kind] of Object.entries(messageKinds)) {
    if (kind === "part" || message[field] === undefined || message[field] === null) continue;
    return kind === "happening" || kind === "public" || kind === "never-offered" ? "silent" : kind;
  }
  return "unknown";
};

/**
 * Every kind of update, and whether it is read. Those that are not are not asked for either; one that comes all the same,
 * left over from another program with this token, is acknowledged and brings nothing.
 */
const updateKinds = {
  message: "read",
  callback_query: "read",
  my_chat_member: "read",
  // An edit changes words that were already answered. Answering them again would move the conversation by a message the
  // person sees far above.
  edited_message: "answered before",
  message_reaction: "asks for nothing",
  message_reaction_count: "asks for nothing",
  stopped_message_generation: "asks for nothing",
  poll: "no poll is ever asked",
  poll_answer: "no poll is ever asked",
  channel_post: "public",
  edited_channel_post: "public",
  guest_message: "public",
  chat_member: "public",
  chat_join_request: "public",
  chat_boost: "public",
  removed_chat_boost: "public",
  // The answer would be shown in whatever chat the person is in.
  inline_query: "public",
  chosen_inline_result: "public",
  // Two other people write to each other.
  business_connection: "between others",
  business_message: "between others",
  edited_business_message: "between others",
  deleted_business_messages: "between others",
  shipping_query: "nothing is sold",
  pre_checkout_query: "nothing is sold",
  purchased_paid_media: "nothing is sold",
  subscription: "nothing is sold",
  managed_bot: "no other bot is made",
} as const satisfies Readonly<Record<Exclude<keyof Update, "update_id">, string>>;

type Asked = {
  [K in keyof typeof updateKinds]: (typeof updateKinds)[K] extends "read" ? K : never;
}[keyof typeof updateKinds];

/** The kinds we ask Telegram for. */
export const allowedUpdates = ["message", "callback_query", "my_chat_member"] as const satisfies readonly Asked[];

/** Whether a field of an update is a kind that is left alone on purpose. */
export const isLeftAlone = (field: string): boolean =>
  Object.hasOwn(updateKinds, field) && !allowedUpdates.some((k) => k === field);
