import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Connection } from "../../../src/channels/channel.ts";
import { messageOf, reserved, step } from "../message-of.ts";
import { connectionTo, stage } from "./kit.ts";

let s: Awaited<ReturnType<typeof stage>>;
beforeAll(async () => {
  s = await stage();
});
afterAll(() => s.fake.close());
afterEach(async () => {
  s.fake.clearFaults();
  // A success ends whatever trouble a test left behind.
  await s.channel.send(hello, "1", s.connection);
  s.fake.calls.length = 0;
  s.fake.sent.length = 0;
});

let n = 0;
const hello = messageOf({ blocks: [{ kind: "text", text: "Chào **bác** <3 & cháu" }] });
const send = (chat = "5", connection: Connection = s.connection) =>
  s.channel.send({ ...hello, token: `t${n++}` }, chat, connection);

describe("what goes out", () => {
  test("HTML, no preview, one inline keyboard", async () => {
    const sent = await s.channel.send(
      messageOf({ ...hello, choices: [{ key: "a", n: 1, label: "Vâng" }], reserved }),
      "5",
      s.connection,
    );
    expect(sent).toMatchObject({ outcome: "sent", externalId: expect.stringMatching(/^\d+$/) });
    expect(s.fake.calls.map((c) => c.payload)).toEqual([
      {
        chat_id: 5,
        text: "Chào <b>bác</b> &lt;3 &amp; cháu",
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        reply_markup: {
          inline_keyboard: [
            [{ text: "1. Vâng", callback_data: "t1:a" }],
            [
              { text: "8. Quay lại", callback_data: "t1:/8" },
              { text: "9. Gặp Tổ công nghệ số", callback_data: "t1:/9" },
              { text: "0. Menu", callback_data: "t1:/0" },
            ],
          ],
        },
      },
    ]);
  });

  test("a message that says nothing is refused here", async () => {
    expect(await s.channel.send(messageOf({}), "5", s.connection)).toEqual({
      outcome: "refused",
      reason: "the message says nothing",
    });
    expect(s.fake.calls).toEqual([]);
  });
});

describe("outcomes", () => {
  const error = (status: number, description?: string, retryAfter?: number) =>
    s.fake.fault({ kind: "error", status, ...(description && { description }), ...(retryAfter && { retryAfter }) });

  test("429 waits as long as told, this chat alone", async () => {
    error(429, "Too Many Requests: retry after 7", 7);
    expect(await send()).toEqual({
      outcome: "retry",
      afterMs: 7000,
      whole: false,
      reason: "429 Too Many Requests: retry after 7",
    });
  });

  test("429 for a second chat while the first still waits is the whole bot's; later it is a chat's again", async () => {
    for (let i = 0; i < 4; i++) error(429, "Too Many Requests: retry after 9", 9);
    expect(await send("501")).toMatchObject({ whole: false });
    expect(await send("501")).toMatchObject({ whole: false });
    expect(await send("502")).toMatchObject({ whole: true });
    s.clock.now += 60_000;
    expect(await send("503")).toMatchObject({ whole: false });
  });

  test.each([
    [403, "Forbidden: bot was blocked by the user"],
    [403, "Forbidden: user is deactivated"],
    [400, "Bad Request: chat not found"],
    [400, "Bad Request: PEER_ID_INVALID"],
  ])("%i %s: blocked", async (status, description) => {
    error(status, description);
    expect(await send()).toEqual({ outcome: "blocked", reason: `${status} ${description}` });
  });

  test("another 400 is refused with Telegram's reason", async () => {
    error(400, "Bad Request: message text is empty");
    expect(await send()).toEqual({ outcome: "refused", reason: "400 Bad Request: message text is empty" });
  });

  test("a 400 for our markup is tried once more without it", async () => {
    error(400, "Bad Request: can't parse entities: Can't find end tag");
    expect(await send()).toMatchObject({ outcome: "sent" });
    expect(s.fake.sent.map((c) => [c.payload.text, c.payload.parse_mode])).toEqual([["Chào bác <3 & cháu", undefined]]);
  });

  test("a wrong token is unauthorised (401, and 404 where there is none), an unusable one too", async () => {
    expect(await send("5", connectionTo(s.fake.root, "41:wrong", "other"))).toEqual({
      outcome: "unauthorised",
      reason: "401 Unauthorized",
    });
    expect(await send("5", connectionTo(s.fake.root, "", "none"))).toMatchObject({ outcome: "unauthorised" });
    expect(await send("5", connectionTo(s.fake.root, "một hai", "odd"))).toMatchObject({
      outcome: expect.not.stringMatching("sent"),
    });
  });

  test("5xx is tried again; how long to wait is the sender's to say", async () => {
    s.fake.fault({ kind: "error", status: 500 });
    s.fake.fault({ kind: "html", status: 502 });
    expect([await send(), await send()]).toEqual([
      { outcome: "retry", afterMs: 0, whole: false, reason: "500 Internal Server Error" },
      { outcome: "retry", afterMs: 0, whole: false, reason: "502 HTTP 502" },
    ]);
    expect(await send()).toMatchObject({ outcome: "sent" });
  });

  test("a gateway whose time ran out may have passed the message on", async () => {
    s.fake.fault({ kind: "html", status: 504 });
    expect(await send()).toEqual({ outcome: "uncertain", reason: "504 HTTP 504" });
  });

  test("whether it answers is asked without a message: yes also when it refuses us, no when nobody answers", async () => {
    const alive = async (to = s.connection) => s.channel.alive?.(to);
    expect(await alive()).toBe(true);
    expect(await alive(connectionTo(s.fake.root, "41:wrong", "other"))).toBe(true);
    expect(await alive(connectionTo("http://127.0.0.1:1", "42:fake", "gone"))).toBe(false);
    for (const fault of [
      { kind: "error", status: 500 },
      { kind: "html", status: 200 },
      { kind: "truncated" },
      { kind: "reset", when: "before" },
      { kind: "reset", when: "after" },
    ] as const) {
      s.fake.fault(fault, { method: "getMe" });
      expect(await alive()).toBe(false);
    }
    expect(s.fake.sent).toEqual([]);
  });

  test("a gateway's own 429 page is obeyed as well", async () => {
    s.fake.fault({ kind: "html", status: 429, retryAfter: 3 });
    expect(await send()).toMatchObject({ outcome: "retry", afterMs: 3000 });
  });

  test.each([
    ["cut before it was taken", { kind: "reset", when: "before" } as const, expect.any(String)],
    ["cut after it was taken", { kind: "reset", when: "after" } as const, expect.any(String)],
    ["half an answer", { kind: "truncated" } as const, expect.any(String)],
  ])("%s: uncertain", async (_, fault, reason) => {
    s.fake.fault(fault);
    expect(await send()).toEqual({ outcome: "uncertain", reason });
  });

  test("no answer: uncertain, since nobody knows whether it went", async () => {
    const hasty = await stage({ timeoutSeconds: 0.1 });
    hasty.fake.fault({ kind: "silent" });
    expect(await hasty.channel.send(hello, "5", hasty.connection)).toEqual({ outcome: "uncertain", reason: "timeout" });
    await hasty.fake.close();
  });

  test("a slow answer is waited for", async () => {
    let go = () => {};
    s.fake.fault({ kind: "slow", until: new Promise<void>((r) => (go = r)) });
    const sending = send();
    await s.fake.call("sendMessage");
    go();
    expect(await sending).toMatchObject({ outcome: "sent" });
  });

  test("nobody there: nothing was sent, and nothing else need be tried", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const { port } = closed.address() as { port: number }; // TCP
    closed.close();
    await once(closed, "close");
    const sent = await send("5", connectionTo(`http://127.0.0.1:${port}`, "42:fake", "gone"));
    expect(sent).toEqual({ outcome: "retry", afterMs: 0, whole: true, reason: "ECONNREFUSED" });
  });

  test("no reason holds the token", async () => {
    s.fake.fault({ kind: "reset", when: "after" });
    const outcomes = [
      await send(),
      await send("5", connectionTo(s.fake.root, "41:geheim", "other")),
      await send("5", connectionTo("http://127.0.0.1:1", "42:geheim", "x")),
    ];
    expect(JSON.stringify(outcomes)).not.toMatch(/geheim|42:fake/);
  });
});

describe("several parts", () => {
  const long = messageOf({
    ...step,
    token: "parts",
    blocks: [...step.blocks, { kind: "text", text: "chữ ".repeat(300) }],
  });

  test("a retry of the second part does not repeat the first", async () => {
    s.fake.fault({ kind: "error", status: 429, retryAfter: 1 }, { method: "sendMessage" });
    expect(await s.channel.send(long, "5", s.connection)).toMatchObject({ outcome: "retry" });
    expect(await s.channel.send(long, "5", s.connection)).toMatchObject({ outcome: "sent" });
    expect(s.fake.sent.map((c) => c.method)).toEqual(["sendPhoto", "sendMessage"]);
    expect(await s.channel.send(long, "5", s.connection)).toMatchObject({ outcome: "sent" });
    expect(s.fake.sent.map((c) => c.method)).toEqual(["sendPhoto", "sendMessage", "sendPhoto", "sendMessage"]);
  });
});
