import { describe, expect, test } from "vitest";
import type { Connection, Received } from "../../../src/channels/channel.ts";
import { receive } from "../../../src/channels/telegram/receive.ts";
import { longestText } from "../../../src/kit/text.ts";
import { updates } from "../../fakes/telegram/updates.ts";
import { monday } from "../../universe.ts";
import { connectionTo, SECRET } from "./kit.ts";

const connection = connectionTo("http://127.0.0.1:1", "42:x");
const now = monday + 500;
const make = updates(77);

const got = (update: object): Received => {
  const result = receive(
    Buffer.from(JSON.stringify(update)),
    { "x-telegram-bot-api-secret-token": SECRET },
    connection,
    now,
  );
  if (!result.ok) throw new Error(result.fault.cause);
  return result.value;
};
const content = (what: object) => got(make.message(5, what)).inbounds[0]?.content;

describe("who may knock", () => {
  const body = Buffer.from(JSON.stringify(make.text(5, "chào")));
  const code = (
    headers: Record<string, string | string[] | undefined>,
    over: Partial<Connection> = {},
    raw: Uint8Array = body,
  ) => {
    const result = receive(raw, headers, { ...connection, ...over }, now);
    return result.ok ? "ok" : result.fault.code;
  };
  const name = "x-telegram-bot-api-secret-token";

  test.each([
    ["the secret", { [name]: SECRET }, "ok"],
    ["none", {}, "SIGNATURE_WRONG"],
    ["another of the same length", { [name]: SECRET.replace("3", "4") }, "SIGNATURE_WRONG"],
    ["its beginning", { [name]: SECRET.slice(0, -1) }, "SIGNATURE_WRONG"],
    ["an empty one", { [name]: "" }, "SIGNATURE_WRONG"],
    ["two headers", { [name]: [SECRET, SECRET] }, "SIGNATURE_WRONG"],
  ])("%s", (_, headers, expected) => {
    expect(code(headers)).toBe(expected);
  });

  test("a connection without a secret lets nobody in", () => {
    expect(code({ [name]: "" }, { settings: { token: "42:x" } })).toBe("SIGNATURE_WRONG");
    expect(code({ [name]: "" }, { settings: { token: "42:x", secret: "" } })).toBe("SIGNATURE_WRONG");
  });

  test("a forged body is not even read, an authentic unreadable one is told so", () => {
    const rubbish = Buffer.from("{");
    expect(code({}, {}, rubbish)).toBe("SIGNATURE_WRONG");
    expect(code({ [name]: SECRET }, {}, rubbish)).toBe("BODY_UNREADABLE");
    for (const text of ["", "null", "[]", "7", '"x"', "{}", '{"update_id":"7"}', '{"update_id":1.5}']) {
      expect(code({ [name]: SECRET }, {}, Buffer.from(text))).toBe("BODY_UNREADABLE");
    }
    expect(code({ [name]: SECRET }, {}, Buffer.from([0xff, 0xfe, 0x00]))).toBe("BODY_UNREADABLE");
  });
});

describe("what people write", () => {
  test("a text, with the update as its key and the time in milliseconds", () => {
    const update = make.text(5, "Làm sao cài VNeID?");
    expect(got(update)).toEqual({
      inbounds: [
        {
          connection: "default-telegram",
          key: String(update.update_id),
          chat: "5",
          at: monday,
          content: { kind: "text", text: "Làm sao cài VNeID?" },
        },
      ],
      unknown: false,
    });
  });

  test.each([
    ["/start", { kind: "open", code: null }],
    ["/start BAI1", { kind: "open", code: "BAI1" }],
    ["/start@hoc_so_bot XOM3 ", { kind: "open", code: "XOM3" }],
    ["/started", { kind: "text", text: "started" }],
    ["/menu", { kind: "text", text: "menu" }],
    ["/help@hoc_so_bot", { kind: "text", text: "help" }],
    ["/start hai từ", { kind: "text", text: "start hai từ" }],
    ["1/2", { kind: "text", text: "1/2" }],
  ])("%s", (text, expected) => {
    expect(content({ text })).toEqual(expected);
  });

  test("a text is cut where nobody looks any further, not inside an emoji", () => {
    const got = content({ text: `${"x".repeat(longestText - 1)}😀${"y".repeat(9000)}` });
    expect(got).toEqual({ kind: "text", text: "x".repeat(longestText - 1) });
  });

  test("a time ahead of our clock is now: nothing comes from the future", () => {
    expect(got(make.message(5, { text: "a", date: 1_890_000_000 })).inbounds[0]?.at).toBe(now);
  });

  test.each([
    [{ photo: [{ file_id: "a" }], caption: "số căn cước đây" }, "photo"],
    [{ sticker: {} }, "sticker"],
    [{ animation: {}, document: {} }, "sticker"],
    [{ voice: {} }, "voice"],
    [{ audio: {} }, "voice"],
    [{ location: {}, venue: {} }, "location"],
    [{ document: {} }, "file"],
    [{ video: {} }, "file"],
    [{ video_note: {} }, "file"],
    [{ contact: { phone_number: "+84900000003" } }, "unsupported"],
    [{ poll: {} }, "unsupported"],
    [{ dice: {} }, "unsupported"],
  ])("%j is media, and nothing of it is kept", (what, media) => {
    expect(content(what)).toEqual({ kind: "media", media });
  });

  test("a service message is acknowledged, not answered", () => {
    expect(got(make.message(5, { pinned_message: {} }))).toEqual({ inbounds: [], unknown: false });
  });

  test.each([{}, { hologram: {} }])("%j, of no kind known here, is answered kindly and counted", (what) => {
    expect(got(make.message(5, what))).toMatchObject({
      inbounds: [{ content: { kind: "media", media: "unsupported" } }],
      unknown: true,
    });
  });
});

describe("what people press", () => {
  test("the token and the key, and the wheel is stopped by the answer itself", () => {
    const update = make.press(5, "t1:list:guide:vneid");
    const received = got(update);
    expect(received.inbounds[0]).toMatchObject({
      chat: "5",
      at: now,
      content: { kind: "press", token: "t1", key: "list:guide:vneid" },
    });
    expect(received.acknowledge).toEqual({
      method: "answerCallbackQuery",
      callback_query_id: update.callback_query.id,
    });
  });

  test("a button that is not ours is an old button", () => {
    expect(got(make.press(5, "menu")).inbounds[0]?.content).toEqual({ kind: "press", token: "", key: "menu" });
    expect(got(make.press(5, "")).inbounds[0]?.content).toEqual({ kind: "press", token: "", key: "" });
  });

  test("a game's button has no data: acknowledged only", () => {
    const { callback_query } = make.press(5, "x");
    const { data: _, ...rest } = callback_query;
    expect(got(make.next({ callback_query: rest }))).toMatchObject({
      inbounds: [],
      acknowledge: { method: "answerCallbackQuery" },
    });
  });

  test("without its message, the chat is the person's", () => {
    const { callback_query } = make.press(5, "t:k");
    const { message: _, ...rest } = callback_query;
    expect(got(make.next({ callback_query: rest })).inbounds[0]?.chat).toBe("5");
  });
});

describe("who comes and goes", () => {
  test.each([
    ["kicked", "blocked"],
    ["member", "unblocked"],
  ])("%s", (status, kind) => {
    expect(got(make.membership(5, status)).inbounds[0]?.content).toEqual({ kind });
  });

  test("groups and other bots are left alone", () => {
    const nothing = { inbounds: [], unknown: false };
    const inGroup = (what: object) => ({
      ...nothing,
      gathering: { chat: "-5", joined: false, left: false, language: "vi", ...what },
    });
    expect(got(make.message(-5, { text: "a", chat: { id: -5, type: "supergroup" } }))).toEqual(inGroup({}));
    const moved = { chat: { id: -5, type: "group" }, migrate_to_chat_id: -1001234567890123 };
    expect(got(make.message(-5, moved))).toEqual(inGroup({ movedTo: "-1001234567890123" }));
    expect(got(make.message(5, { text: "a", from: { id: 9, is_bot: true } }))).toEqual(nothing);
    for (const [before, after, what] of [
      ["left", "member", { joined: true }],
      ["kicked", "administrator", { joined: true }],
      ["member", "administrator", {}],
      ["administrator", "restricted", {}],
      ["member", "left", { left: true }],
      ["administrator", "kicked", { left: true }],
    ] as const)
      expect(got(make.gathering(-5, before, after))).toEqual(inGroup(what));
    const pressed = make.press(-5, "t:k");
    const pressedInGroup = {
      ...pressed.callback_query,
      message: { ...pressed.callback_query.message, chat: { id: -5, type: "group" } },
    };
    expect(got({ ...pressed, callback_query: pressedInGroup }).inbounds).toEqual([]);
  });
});

describe("what we do not know", () => {
  test.each([
    { hologram: {} },
    { message: 7 },
    { message: null },
    { message: { chat: { id: "5" } } },
    { callback_query: [] },
    { my_chat_member: { chat: {} } },
    {},
  ])("%j is acknowledged and counted", (body) => {
    expect(got(make.next(body))).toEqual({ inbounds: [], unknown: true });
  });

  test("an edit of what was already answered changes nothing", () => {
    expect(got(make.next({ edited_message: make.text(5, "x").message }))).toEqual({ inbounds: [], unknown: false });
  });
});
