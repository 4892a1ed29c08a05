import { describe, expect, test } from "vitest";
import { receive } from "../../../src/channels/zalo-bot/receive.ts";
import { longestText } from "../../../src/kit/text.ts";
import { botUpdates, chatId, shaped } from "../../fakes/zalo-bot/updates.ts";
import { connectionTo, SECRET } from "./kit.ts";

const now = 1_790_000_000_500;
const make = botUpdates(() => now - 500);
const chat = chatId(1);
const connection = connectionTo("http://127.0.0.1:1");
const headers = { "x-bot-api-secret-token": SECRET };

const got = (body: unknown, given: Record<string, string | undefined> = headers, to = connection) =>
  receive(Buffer.from(typeof body === "string" ? body : JSON.stringify(body)), given, to, now);
const contents = (body: unknown) => {
  const received = got(body);
  if (!received.ok) throw new Error(received.fault.cause);
  return received.value.inbounds.map((i) => i.content);
};

describe("both shapes of a body", () => {
  test.each(["wrapped", "flat"] as const)("%s", (shape) => {
    expect(got(shaped(make.text(chat, "Xin chào"), shape))).toMatchObject({
      ok: true,
      value: {
        unknown: false,
        inbounds: [
          { connection: "default-zalo-bot", chat, at: now - 500, content: { kind: "text", text: "Xin chào" } },
        ],
      },
    });
  });
});

describe("every event", () => {
  test.each([
    ["photo", make.image(chat, "photo")],
    ["photo", make.image(chat, "photo_url", "số căn cước của tôi")],
    ["sticker", make.sticker(chat)],
    ["voice", make.voice(chat)],
    ["unsupported", make.unsupported(chat)],
    ["unsupported", make.link(chat, "https://example.vn")],
  ])("%s", (media, update) => {
    expect(contents(update)).toEqual([{ kind: "media", media }]);
  });

  test("a sentence with a link in it is read", () => {
    expect(
      contents({ event_name: "message.link.received", message: { ...make.text(chat, "xem https://a.vn").message } }),
    ).toEqual([{ kind: "text", text: "xem https://a.vn" }]);
  });

  test("withheld without even a message: nobody to answer, but counted", () => {
    expect(got(make.unsupported(chat, true))).toEqual({ ok: true, value: { inbounds: [], unknown: true } });
  });

  test("a reaction, a group and another bot are left alone", () => {
    const bot = { ...make.text(chat, "hi").message, from: { id: chat, is_bot: true } };
    for (const update of [
      make.reaction(chat),
      make.inGroup(chat, chatId(9), "hi"),
      { event_name: "message.text.received", message: bot },
    ])
      expect(got(update)).toEqual({ ok: true, value: { inbounds: [], unknown: false } });
  });

  test("a name nobody knows is counted and not answered", () => {
    for (const name of ["message.dance.received", "constructor", "__proto__"])
      expect(got({ event_name: name, message: make.text(chat, "x").message })).toEqual({
        ok: true,
        value: { inbounds: [], unknown: true },
      });
  });
});

describe("ids and times", () => {
  const message = (id: string, from: string, more = "") =>
    got(
      `{"event_name":"message.text.received","message":{"message_id":${id},"from":{"id":${from}},"text":"a 9007199254740993 \\" 1" ${more}}}`,
    );

  test("bare numbers beyond 2^53 keep every digit, and digits in a text stay as typed", () => {
    expect(message("9007199254740993", "6600000000000000001")).toMatchObject({
      value: {
        inbounds: [
          { key: "9007199254740993", chat: "6600000000000000001", content: { text: 'a 9007199254740993 " 1' } },
        ],
      },
    });
  });

  test("a fraction or an exponent is no id", () => {
    expect(message("1.12345678901234567890", '"b"')).toEqual({ ok: true, value: { inbounds: [], unknown: true } });
    expect(message("1e30", '"b"')).toEqual({ ok: true, value: { inbounds: [], unknown: true } });
  });

  test("the same message always has the same key; one without an id is told by its time", () => {
    const update = make.text(chat, "hai");
    const keys = [update, update].map((u) => JSON.stringify(got(u)));
    expect(keys[0]).toBe(keys[1]);
    const { message_id: _, ...rest } = update.message ?? {};
    expect(got({ ...update, message: rest })).toMatchObject({
      value: { inbounds: [{ key: `message.text.received:${now - 500}:${chat}` }] },
    });
  });

  test("a clock of the future or a date that is none is now", () => {
    expect(message('"m"', '"b"', `,"date":${now + 9_000_000}`)).toMatchObject({ value: { inbounds: [{ at: now }] } });
    expect(message('"m"', '"b"', ',"date":"gestern"')).toMatchObject({ value: { inbounds: [{ at: now }] } });
    expect(message('"m"', '"b"', ',"date":1.5')).toMatchObject({ value: { inbounds: [{ at: now }] } });
  });

  test("a text is cut where nobody looks any further, and holds nothing a database refuses", () => {
    const [long] = contents(make.text(chat, `${"a".repeat(longestText - 1)}😀😀`));
    expect(long).toEqual({ kind: "text", text: "a".repeat(longestText - 1) });
    expect(contents(make.text(chat, "a\u0000b\ud800"))).toEqual([{ kind: "text", text: "ab" }]);
  });
});

describe("who may bring it", () => {
  test("an empty request is told that somebody is there, whatever it proves", () => {
    expect(receive(new Uint8Array(), {}, connection, now)).toEqual({
      ok: true,
      value: { inbounds: [], unknown: false },
    });
  });

  test.each([
    undefined,
    "",
    "wrong",
    `${SECRET} `,
    SECRET.toUpperCase(),
    SECRET.slice(1),
  ])("the secret %j is refused", (given) => {
    expect(got(make.text(chat, "a"), { "x-bot-api-secret-token": given })).toMatchObject({
      ok: false,
      fault: { code: "SIGNATURE_WRONG" },
    });
  });

  test("a connection without a secret lets nobody in", () => {
    const open = { ...connection, settings: { token: "1:a" } };
    expect(got(make.text(chat, "a"), { "x-bot-api-secret-token": "" }, open)).toMatchObject({
      ok: false,
      fault: { code: "SIGNATURE_WRONG" },
    });
    expect(got(make.text(chat, "a"), {}, open)).toMatchObject({ ok: false, fault: { code: "SIGNATURE_WRONG" } });
  });

  test.each([
    "{",
    "null",
    "[]",
    "3",
    '"x"',
    '{"ok":true,"result":[]}',
    '{"event_name":7}',
  ])("%s cannot be read", (body) => {
    expect(got(body)).toMatchObject({ ok: false, fault: { code: "BODY_UNREADABLE" } });
  });

  test("a quarter of a megabyte of quotes and backslashes costs no time to speak of", () => {
    expect(got(`"${'\\"'.repeat(120_000)}`)).toMatchObject({ ok: false });
    expect(got(`${"[".repeat(100_000)}`)).toMatchObject({ ok: false });
  });
});
