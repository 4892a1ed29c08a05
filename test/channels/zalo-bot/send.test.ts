import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { outcomeOf } from "../../../src/channels/zalo-bot/outcome.ts";
import type { Fault } from "../../fakes/zalo-oa/faults.ts";
import { messageOf, step } from "../message-of.ts";
import { CHAT, connectionTo, stage } from "./kit.ts";

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});
const set = async (...how: Parameters<typeof stage>) => {
  const s = await stage(...how);
  ends.push(s.fake.close);
  return s;
};
const words = (text: string) => messageOf({ blocks: [{ kind: "text", text }], expects: "nothing" });

/** A host of pictures behind https://xa-mau.example. */
const hosted = async (fake: { route: (from: string, to: string) => void }, status = 200) => {
  const server = createServer((_request, response) =>
    response.writeHead(status, { "content-type": "image/png" }).end(png),
  );
  await new Promise<void>((go) => server.listen(0, "127.0.0.1", go));
  ends.push(() => new Promise((done) => server.close(done)));
  fake.route("https://xa-mau.example", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
};
const pictured = { pictureUrl: (card: string, language: string) => `https://xa-mau.example/${card}.${language}.png` };

describe("what goes out", () => {
  test("a step is one picture with its words and its numbers", async () => {
    const { fake, channel, connection } = await set(pictured);
    await hosted(fake);
    expect(await channel.send(step, CHAT, connection)).toEqual({
      outcome: "sent",
      externalId: fake.sent[0]?.messageId,
    });
    expect(fake.calls.map((c) => [c.on, c.payload])).toEqual([
      [
        "sendPhoto",
        {
          chat_id: CHAT,
          photo: "https://xa-mau.example/c0ffee.vi.png",
          caption: expect.stringMatching(
            /^Kích hoạt VNeID – Bước 3\/7\n\n[^*]+Nhắn một số:\n1\. Xong, sang bước 4\n2\. Tôi bị vướng\n8\. Quay lại\n9\. Gặp Tổ công nghệ số\n0\. Menu$/s,
          ),
        },
      ],
    ]);
  });

  test("a picture Zalo cannot fetch, or that has no public address, leaves the words", async () => {
    for (const over of [pictured, {}]) {
      const { fake, channel, connection } = await set(over);
      await hosted(fake, 404);
      expect(await channel.send(step, CHAT, connection)).toMatchObject({ outcome: "sent" });
      expect(fake.sent.map((s) => [s.method, s.payload.text])).toEqual([
        ["sendMessage", expect.stringContaining("1. Xong, sang bước 4")],
      ]);
    }
  });

  test("over 2,000 letters the rest follows; decomposed letters are composed before they are counted", async () => {
    const { fake, channel, connection } = await set();
    const sentence = "Ấn vào đây để mở ứng dụng.\n\n".normalize("NFD");
    await channel.send(words(sentence.repeat(100)), CHAT, connection);
    expect(fake.sent).toHaveLength(2);
    for (const { payload } of fake.sent) expect(String(payload.text)).toBe(String(payload.text).normalize("NFC"));
    expect(await channel.send(words(""), CHAT, connection)).toEqual({
      outcome: "refused",
      reason: "the message says nothing",
    });
  });

  test("a second part that failed is sent again without the first", async () => {
    const { fake, channel, connection } = await set();
    fake.fault({ kind: "error", code: 500 }, { on: "sendMessage", skip: 1 });
    const long = words("một hai ba bốn năm.\n\n".repeat(150));
    expect(await channel.send(long, CHAT, connection)).toMatchObject({ outcome: "retry", whole: false });
    expect(await channel.send(long, CHAT, connection)).toMatchObject({ outcome: "sent" });
    expect(fake.sent).toHaveLength(2);
    expect(fake.sent[0]?.payload.text).not.toBe(fake.sent[1]?.payload.text);
  });
});

describe("what comes back", () => {
  const cases: [string, Fault, object][] = [
    ["401", { kind: "error", code: 401 }, { outcome: "unauthorised", reason: "401 fault 401" }],
    ["401 in camel case", { kind: "error", code: 401, camel: true }, { outcome: "unauthorised" }],
    [
      "429: the whole connection waits",
      { kind: "error", code: 429 },
      { outcome: "retry", whole: true, afterMs: 60_000, reason: "429 fault 429" },
    ],
    [
      "429 of a gateway with a time",
      { kind: "status", status: 429, retryAfter: 7 },
      { outcome: "retry", whole: true, afterMs: 7_000 },
    ],
    ["400", { kind: "error", code: 400 }, { outcome: "refused" }],
    ["404", { kind: "error", code: 404 }, { outcome: "refused" }],
    ["403, which means an error of the server", { kind: "error", code: 403 }, { outcome: "retry", whole: false }],
    ["408: it may have gone", { kind: "error", code: 408 }, { outcome: "uncertain" }],
    ["500", { kind: "error", code: 500 }, { outcome: "retry", whole: false }],
    ["502 with a page", { kind: "html", status: 502 }, { outcome: "retry", whole: false }],
    ["403 with a page", { kind: "html", status: 403 }, { outcome: "retry", whole: true }],
    ["504: it may have gone", { kind: "status", status: 504 }, { outcome: "uncertain" }],
    ["200 with a page", { kind: "html", status: 200 }, { outcome: "uncertain" }],
    ["half a JSON", { kind: "truncated", cut: "json" }, { outcome: "uncertain" }],
    ["half a line", { kind: "truncated", cut: "line" }, { outcome: "uncertain" }],
    ["cut after it was carried out", { kind: "reset", when: "after" }, { outcome: "uncertain" }],
    ["cut when it was read", { kind: "reset", when: "read" }, { outcome: "uncertain" }],
    ["silence", { kind: "silent" }, { outcome: "uncertain", reason: "timeout" }],
    ["another content type", { kind: "type", contentType: "text/plain" }, { outcome: "sent" }],
  ];
  test.each(cases)("%s", async (_, fault, outcome) => {
    const { fake, channel, connection } = await set({ timeoutMs: fault.kind === "silent" ? 50 : 10_000 });
    fake.fault(fault, { on: "sendMessage" });
    expect(await channel.send(words("a"), CHAT, connection)).toMatchObject(outcome);
  });

  test.each([
    "code",
    200,
  ] as const)("an unknown chat is blocked, a dead token tells, with status %s", async (errorStatus) => {
    const { fake, channel, connection } = await set(
      {},
      { errorStatus, errors: errorStatus === "code" ? "camel" : "snake" },
    );
    expect(await channel.send(words("a"), "b07e00000000000000ff", connection)).toEqual({
      outcome: "blocked",
      reason: "404 chat not found",
    });
    fake.resetToken("12345689:another");
    expect(await channel.send(words("a"), CHAT, connection)).toEqual({
      outcome: "unauthorised",
      reason: "401 Unauthorized",
    });
  });

  test("a house nobody listens in was never reached; a broken address or missing token cannot work", async () => {
    const { fake, channel } = await set();
    await fake.close();
    ends.splice(0);
    expect(await channel.send(words("a"), CHAT, connectionTo(fake.url))).toMatchObject({
      outcome: "retry",
      whole: true,
    });
    const bare = { ...connectionTo(fake.url), settings: {} };
    expect(await channel.send(words("a"), CHAT, bare)).toMatchObject({ outcome: "unauthorised" });
  });

  test("no reason holds the token or what was said", async () => {
    for (const fault of cases.map(([, f]) => f).filter((f) => f.kind !== "silent")) {
      const { fake, channel, connection } = await set();
      fake.fault(fault, { on: "sendMessage" });
      expect(JSON.stringify(await channel.send(words("bí mật"), CHAT, connection))).not.toMatch(/fake-bot|bí mật/);
    }
  });

  test("whether it answers is asked without a message, and no silence of any kind passes for an answer", async () => {
    const { fake, channel, connection } = await set({ timeoutMs: 250 });
    expect(await channel.alive?.(connection)).toBe(true);
    for (const [, fault, outcome] of cases) {
      if (!("outcome" in outcome)) throw new Error("a case without an outcome");
      fake.fault(fault, { on: "getMe" });
      const answers = outcome.outcome !== "retry" && outcome.outcome !== "uncertain";
      expect(await channel.alive?.(connection)).toBe(answers);
    }
    expect(fake.sent).toEqual([]);
  });

  test("people who are gone, in words other bots are known to use", () => {
    const says = (code: number, description: string) =>
      outcomeOf({ kind: "refused", code, reason: `${code} ${description}` }).outcome;
    for (const gone of ["Chat not found", "user does not exist", "Bot was blocked by the user", "recipient is invalid"])
      expect(says(400, gone)).toBe("blocked");
    for (const kept of ["text is empty", "Bad request: photo not found", "invalid parameter"])
      expect(says(400, kept)).toBe("refused");
  });
});

describe("the plan", () => {
  test("is told at 80 and at 100 per cent, once each, in both languages", async () => {
    const { channel, connection, warnings, used } = await set({}, {}, { planMessages: "10", planUsers: "5" });
    for (let n = 0; n < 12; n++) await channel.send(words("a"), CHAT, connection);
    expect(warnings.map((w) => [w.limit, w.percent, w.used, w.of])).toEqual([
      ["messages", 80, 8, 10],
      ["messages", 100, 10, 10],
    ]);
    expect(warnings[0]?.text.vi).toContain("8 trên 10 tin");
    used.people = 4;
    await channel.send(words("a"), "b07e00000000000000ff", connection);
    expect(warnings).toHaveLength(2);
  });

  test("people are counted when somebody new is answered; a new month counts messages anew; 0 is no limit", async () => {
    const { fake, channel, connection, warnings, used, clock } = await set(
      {},
      {},
      { planMessages: "2", planUsers: "50" },
    );
    used.people = 40;
    await channel.send(words("a"), CHAT, connection);
    expect(warnings.at(-1)).toMatchObject({ limit: "users", percent: 80, used: 40, of: 50 });
    await channel.send(words("a"), CHAT, connection);
    expect(warnings.at(-1)).toMatchObject({ limit: "messages", percent: 100 });
    clock.now += 40 * 86_400_000;
    used.messages = 1;
    await channel.send(words("a"), CHAT, connection);
    expect(warnings).toHaveLength(3);
    const unlimited = {
      ...connection,
      id: "other",
      settings: { ...connection.settings, planMessages: "0", planUsers: "0" },
    };
    fake.meet(CHAT);
    await channel.send(words("a"), CHAT, unlimited);
    expect(warnings).toHaveLength(3);
  });

  test("when it is used up nothing is lost: the connection waits", async () => {
    const { channel, connection } = await set({}, { messages: 1 });
    expect(await channel.send(words("a"), CHAT, connection)).toMatchObject({ outcome: "sent" });
    expect(await channel.send(words("b"), CHAT, connection)).toMatchObject({
      outcome: "retry",
      whole: true,
      reason: "429 Quota exceeded",
    });
  });
});
