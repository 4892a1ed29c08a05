import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Received } from "../../src/channels/channel.ts";
import type { InboundContent } from "../../src/channels/inbound.ts";
import { receive as telegram } from "../../src/channels/telegram/receive.ts";
import { receive as web } from "../../src/channels/web/receive.ts";
import { receive as zaloBot } from "../../src/channels/zalo-bot/receive.ts";
import { receiver } from "../../src/channels/zalo-oa/receive.ts";
import type { Result } from "../../src/kit/result.ts";
import { userId } from "../fakes/zalo-oa/events.ts";
import { monday as now } from "../universe.ts";

/**
 * Bodies as the products' public documentation shows them, typed anew with invented ids, as text: what a parser does to
 * a bare number of 19 digits is part of what is tested. Written without the fakes, so that a misreading shared with
 * them shows.
 */
const seconds = now / 1_000;
const bac = userId(1);
const oa = {
  appId: "4400000000000000001",
  oaId: "5500000000000000001",
  appSecret: "app-secret",
  secretKey: "oa-secret",
};

type Shape = readonly [name: string, body: string, content: InboundContent | null, chat?: string];
const text = (t: string): InboundContent => ({ kind: "text", text: t });
const media = (what: Extract<InboundContent, { kind: "media" }>["media"]): InboundContent => ({
  kind: "media",
  media: what,
});

const inChat = `"chat":{"id":5,"first_name":"A","type":"private"},"from":{"id":5,"is_bot":false,"first_name":"A","language_code":"vi"}`;
const message = (what: string) => `{"update_id":1,"message":{"message_id":2,"date":${seconds},${inChat},${what}}}`;
const telegramShapes: readonly Shape[] = [
  [
    "a text with entities",
    message(`"text":"/start BAI1","entities":[{"offset":0,"length":6,"type":"bot_command"}]`),
    { kind: "open", code: "BAI1" },
    "5",
  ],
  [
    "a forwarded text",
    message(`"forward_origin":{"type":"hidden_user","sender_user_name":"B","date":1},"text":"chào"`),
    text("chào"),
    "5",
  ],
  [
    "a reply",
    message(`"reply_to_message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"},"text":"?"},"text":"chào"`),
    text("chào"),
    "5",
  ],
  [
    "a photo in sizes",
    message(`"photo":[{"file_id":"a","file_unique_id":"b","width":90,"height":67,"file_size":1}],"caption":"x"`),
    media("photo"),
    "5",
  ],
  [
    "a voice message",
    message(`"voice":{"duration":2,"mime_type":"audio/ogg","file_id":"a","file_unique_id":"b"}`),
    media("voice"),
    "5",
  ],
  [
    "a button",
    `{"update_id":1,"callback_query":{"id":"9","from":{"id":5,"is_bot":false,"first_name":"A"},"message":{"message_id":2,"date":${seconds},"chat":{"id":5,"type":"private"},"text":"?"},"chat_instance":"1","data":"tok:done"}}`,
    { kind: "press", token: "tok", key: "done" },
    "5",
  ],
  [
    "a button of a message that is gone",
    `{"update_id":1,"callback_query":{"id":"9","from":{"id":5,"is_bot":false,"first_name":"A"},"message":{"message_id":2,"date":0,"chat":{"id":5,"type":"private"}},"chat_instance":"1","data":"tok:done"}}`,
    { kind: "press", token: "tok", key: "done" },
    "5",
  ],
  [
    "blocked",
    `{"update_id":1,"my_chat_member":{"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":"A"},"date":${seconds},"old_chat_member":{"user":{"id":42,"is_bot":true,"first_name":"B"},"status":"member"},"new_chat_member":{"user":{"id":42,"is_bot":true,"first_name":"B"},"status":"kicked","until_date":0}}}`,
    { kind: "blocked" },
    "5",
  ],
  [
    "a text in a supergroup",
    `{"update_id":1,"message":{"message_id":2,"date":${seconds},"chat":{"id":-1001234567890123,"title":"N","type":"supergroup"},"from":{"id":5,"is_bot":false,"first_name":"A"},"text":"chào"}}`,
    null,
  ],
];

const fromUser = (name: string, rest: string, { id = `"${bac}"`, stamp = `"${now}"` } = {}) =>
  `{"app_id":"${oa.appId}","user_id_by_app":"770000000000000001","event_name":"${name}","timestamp":${stamp},"sender":{"id":${id}},"recipient":{"id":"${oa.oaId}"},"message":{"msg_id":"fa0e00000001",${rest}}}`;
const attached = (type: string, payload: string) => `"attachments":[{"type":"${type}","payload":${payload}}]`;
const zaloOaShapes: readonly Shape[] = [
  ["a text", fromUser("user_send_text", `"text":"chào"`), text("chào"), bac],
  [
    "ids as bare numbers of 19 digits",
    fromUser("user_send_text", `"text":"chào"`, { id: "6612345678901234567" }),
    text("chào"),
    "6612345678901234567",
  ],
  ["the time as a number", fromUser("user_send_text", `"text":"chào"`, { stamp: String(now) }), text("chào"), bac],
  [
    "a picture with words",
    fromUser(
      "user_send_image",
      `${attached("image", `{"thumbnail":"https://t.example/t","url":"https://t.example/p"}`)},"text":"x"`,
    ),
    media("photo"),
    bac,
  ],
  [
    "a sticker",
    fromUser("user_send_sticker", attached("sticker", `{"id":"1","url":"https://t.example/s"}`)),
    media("sticker"),
    bac,
  ],
  [
    "a voice message",
    fromUser("user_send_audio", attached("audio", `{"url":"https://t.example/a.amr"}`)),
    media("voice"),
    bac,
  ],
  [
    "a file",
    fromUser(
      "user_send_file",
      attached("file", `{"url":"https://t.example/f","size":"1","name":"a.pdf","checksum":"x","type":"pdf"}`),
    ),
    media("file"),
    bac,
  ],
  [
    "a place",
    fromUser("user_send_location", attached("location", `{"coordinates":{"latitude":"21.5","longitude":"105.9"}}`)),
    media("location"),
    bac,
  ],
  [
    "a link with words",
    fromUser("user_send_link", `"text":"xem https://a.example",${attached("link", `{"url":"https://a.example"}`)}`),
    text("xem https://a.example"),
    bac,
  ],
  [
    "somebody follows",
    `{"oa_id":"${oa.oaId}","follower":{"id":"${bac}"},"user_id_by_app":"770000000000000001","event_name":"follow","source":"oa_profile","app_id":"${oa.appId}","timestamp":"${now}"}`,
    { kind: "open", code: null },
    bac,
  ],
  [
    "somebody no longer follows",
    `{"oa_id":"${oa.oaId}","follower":{"id":"${bac}"},"event_name":"unfollow","source":"oa_profile","app_id":"${oa.appId}","timestamp":"${now}"}`,
    { kind: "blocked" },
    bac,
  ],
  [
    "our own message",
    `{"app_id":"${oa.appId}","event_name":"oa_send_text","timestamp":"${now}","sender":{"id":"${oa.oaId}"},"recipient":{"id":"${bac}"},"message":{"msg_id":"fa0e00000001","text":"x"}}`,
    null,
  ],
  ["a message in a group of the OA", fromUser("user_send_group_text", `"text":"chào"`), null],
];

const botMessage = (name: string, rest: string, chat = `{"id":"b07e000000000000001a","chat_type":"PRIVATE"}`) =>
  `{"event_name":"${name}","message":{"date":${now},"chat":${chat},"message_id":"m1","from":{"id":"b07e000000000000001a","is_bot":false,"display_name":"A"},${rest}}}`;
const wrapped = (event: string) => `{"ok":true,"result":${event}}`;
const kinds = ["text", "image", "sticker", "voice", "link", "unsupported", "reaction"] as const;
const places = ["GROUP", "group", "CHANNEL", "COMMUNITY", ""] as const;
const zaloBotShapes: readonly Shape[] = [
  [
    "a text, as documented",
    wrapped(botMessage("message.text.received", `"text":"chào"`)),
    text("chào"),
    "b07e000000000000001a",
  ],
  [
    "a text, as it really comes",
    botMessage("message.text.received", `"text":"chào","message_type":"TEXT"`),
    text("chào"),
    "b07e000000000000001a",
  ],
  [
    "a picture, as documented",
    botMessage("message.image.received", `"photo":"https://t.example/p","caption":"x"`),
    media("photo"),
    "b07e000000000000001a",
  ],
  [
    "a picture, as it really comes",
    botMessage("message.image.received", `"photo_url":"https://t.example/p","message_type":"CHAT_PHOTO"`),
    media("photo"),
    "b07e000000000000001a",
  ],
  [
    "a voice message",
    botMessage("message.voice.received", `"voice_url":"https://t.example/v.aac","message_type":"CHAT_VOICE"`),
    media("voice"),
    "b07e000000000000001a",
  ],
  [
    "a sticker",
    botMessage("message.sticker.received", `"sticker":"1","url":"https://t.example/s"`),
    media("sticker"),
    "b07e000000000000001a",
  ],
  [
    "withheld from bots",
    botMessage("message.unsupported.received", `"message_type":"X"`),
    media("unsupported"),
    "b07e000000000000001a",
  ],
  ["withheld without a message", wrapped(`{"event_name":"message.unsupported.received"}`), null],
  [
    "a chat that does not say what it is, but is the person's",
    botMessage("message.text.received", `"text":"chào"`, `{"id":"b07e000000000000001a"}`),
    text("chào"),
    "b07e000000000000001a",
  ],
  [
    "a chat that does not say what it is, and is not the person's",
    botMessage("message.text.received", `"text":"chào"`, `{"id":"b07e000000000000009f"}`),
    null,
  ],
  ...kinds.flatMap((kind) =>
    places.map(
      (place): Shape => [
        `${kind} where several read (${place || "no kind of chat"})`,
        botMessage(`message.${kind}.received`, `"text":"chào"`, `{"id":"b07e000000000000009f","chat_type":"${place}"}`),
        null,
      ],
    ),
  ),
];

const key = `"commune":"mau","key":"k-0000001"`;
const webShapes: readonly Shape[] = [
  ["a text", `{${key},"text":"chào","after":3}`, text("chào"), "w1"],
  ["a button", `{${key},"press":{"token":"tok","key":"done"}}`, { kind: "press", token: "tok", key: "done" }, "w1"],
  ["the page opens by a poster", `{${key},"open":{"code":"BAI1"}}`, { kind: "open", code: "BAI1" }, "w1"],
];

const settings = { token: "42:x", secret: "s3cret_of-tests" };
const connection = { id: "c", commune: "00000", settings };
const learnt = {
  endpoint: "v3",
  v3RefusedAt: null,
  v2RefusedAt: null,
  buttonsRefused: {},
  signature: null,
  signatureWrong: 0,
  signatureWrongAt: null,
} as const;
const zaloOa = receiver({ learnt: { read: () => learnt, note: () => {} }, raise: () => {} });
const stampOf = (body: string): string => /"timestamp":"?(\d+)/.exec(body)?.[1] ?? "";
const signed = (body: string): string =>
  `mac=${createHash("sha256")
    .update(`${oa.appId}${body}${stampOf(body)}${oa.secretKey}`)
    .digest("hex")}`;

const channels: Readonly<
  Record<
    string,
    { readonly shapes: readonly Shape[]; readonly read: (body: string) => Result<Pick<Received, "inbounds">> }
  >
> = {
  telegram: {
    shapes: telegramShapes,
    read: (body) =>
      telegram(
        Buffer.from(body),
        { "x-telegram-bot-api-secret-token": settings.secret },
        { ...connection, channel: "telegram" },
        now,
      ),
  },
  "zalo-oa": {
    shapes: zaloOaShapes,
    read: (body) =>
      zaloOa(
        Buffer.from(body),
        { "x-zevent-signature": signed(body) },
        { ...connection, channel: "zalo-oa", settings: oa },
        now,
      ),
  },
  "zalo-bot": {
    shapes: zaloBotShapes,
    read: (body) =>
      zaloBot(
        Buffer.from(body),
        { "x-bot-api-secret-token": settings.secret },
        { ...connection, channel: "zalo-bot" },
        now,
      ),
  },
  web: {
    shapes: webShapes,
    read: (body) => {
      const got = web(JSON.parse(body), "w1", now, "192.0.2.1");
      return got.ok ? { ok: true, value: { inbounds: [got.value.inbound] } } : got;
    },
  },
};

const rows = Object.entries(channels).flatMap(([name, { shapes, read }]) =>
  shapes.map(([shape, body, content, chat]) => ({ name, shape, body, content, chat, read })),
);

test.each(rows)("$name: $shape", ({ body, content, chat, read }) => {
  const got = read(body);
  if (!got.ok) throw new Error(got.fault.cause);
  expect(got.value.inbounds.map((i) => [i.chat, i.content])).toEqual(content === null ? [] : [[chat, content]]);
  for (const { at } of got.value.inbounds) expect(at).toBe(now);
});
