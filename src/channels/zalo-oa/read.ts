import type { Received } from "../channel.ts";
import { pressOf } from "../degrade/press.ts";
import { type InboundContent, typed } from "../inbound.ts";
import type { Event } from "./event.ts";
import { PREFIX } from "./payload.ts";

/** One authentic event → what it means to us. `now` in epoch ms. Never refuses: a webhook that fails is switched off by Zalo. */
export const read = (event: Event, connection: string, now: number): Received => {
  if (ignored.test(event.event_name) || inGroup(event)) return nothing;
  const content = contents.get(event.event_name)?.(event);
  const chat = event.event_name.startsWith("user_send_")
    ? event.sender?.id
    : (event.follower?.id ?? event.user_id ?? event.sender?.id);
  if (content === undefined || chat === undefined) return { ...nothing, unknown: true };
  const at = event.timestamp === undefined ? now : Math.min(Number(event.timestamp), now);
  const key = event.message?.msg_id ?? `${event.event_name}:${event.timestamp ?? ""}:${chat}`;
  const undated = event.timestamp === undefined ? { undated: true as const } : {};
  return { inbounds: [{ connection, key, chat, at, content, ...undated }], unknown: false };
};

const nothing: Received = { inbounds: [], unknown: false };

/**
 * A group of the OA (GMF): nobody there is spoken to alone, so nothing is answered in front of all. The group itself
 * tells, not the word: an event of a private chat that Zalo names after a group one day is counted as unknown.
 */
const inGroup = ({ event_name, group_info, group_id }: Event): boolean =>
  (group_info ?? group_id ?? null) !== null || /^(user|oa)_send_group_/.test(event_name);

/**
 * Left alone on purpose: echoes of what we sent (`oa_…`), receipts, reactions, tags; `user_submit_info` and
 * `update_user_info`, because we ask nobody for a name and number and keep none; people who are not logged in
 * (`anonymous_…`), because whoever answers next may be somebody else.
 */
const ignored =
  /^(oa_\w+|anonymous_\w+|user_(seen|received|reacted)_message|user_submit_info|update_user_info|add_user_to_tag|remove_user_from_tag|remove_tag)$/;

type Media = Extract<InboundContent, { kind: "media" }>["media"];
const media = (what: Media) => (): InboundContent => ({ kind: "media", media: what });

// A Map, because an event may call itself `constructor`.
const contents = new Map<string, (event: Event) => InboundContent | undefined>(
  Object.entries({
    user_send_text: ({ message }) => (message?.text === undefined ? undefined : words(message.text)),
    // A sentence with an address in it comes as a link.
    user_send_link: ({ message }) => (message?.text ? words(message.text) : { kind: "media", media: "unsupported" }),
    user_send_image: media("photo"),
    user_send_gif: media("sticker"),
    user_send_sticker: media("sticker"),
    user_send_audio: media("voice"),
    user_send_video: media("file"),
    user_send_file: media("file"),
    user_send_location: media("location"),
    // It is somebody's telephone number, so it is not even looked into.
    user_send_business_card: media("unsupported"),
    // Whoever follows or opens the chat expects to be greeted, and from now on may be.
    follow: () => ({ kind: "open", code: null }),
    user_click_chatnow: () => ({ kind: "open", code: null }),
    unfollow: () => ({ kind: "blocked" }),
    user_withdraw: () => ({ kind: "erase" }),
  } satisfies Record<string, (event: Event) => InboundContent | undefined>),
);

/** A press comes back as the person's own text; only what begins as our buttons do is one. */
const words = (text: string): InboundContent =>
  text.startsWith(PREFIX) ? { kind: "press", ...pressOf(text.slice(PREFIX.length)) } : typed(text);
