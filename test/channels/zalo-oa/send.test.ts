import { describe, expect, test } from "vitest";
import { probe } from "../../../src/channels/zalo-oa/probe.ts";
import { messageOf, reserved, step } from "../message-of.ts";
import { probed } from "../probed.ts";
import { bac, day, hour, stage } from "./kit.ts";

/** What a probe says, in Vietnamese. */
const vietnamese = (lines: readonly (string | { readonly vi: string })[]): string =>
  lines.map((line) => (typeof line === "string" ? line : line.vi)).join("\n");
const send = "/v3.0/oa/message/cs";
const old = "/v2.0/oa/message";
const hello = messageOf({ blocks: [{ kind: "text", text: "Chào bác" }] });
const menu = messageOf({
  blocks: [{ kind: "question", text: "Bác muốn làm gì?" }],
  choices: [
    { key: "learn", n: 1, label: "Học tiếp" },
    { key: "guide", n: 2, label: "Hỏi cách làm" },
    { key: "site", n: 3, label: "Mở trang xã", url: "https://xa-mau.example/chat" },
    { key: "call", n: 4, label: "Gọi Tổ công nghệ số", phone: "0900 000 000" },
  ],
  reserved,
});
const quiz = messageOf({
  progress: { title: "Mật khẩu mạnh", unit: "question", at: 2, of: 4 },
  blocks: [{ kind: "question", text: "Mật khẩu nào khó đoán hơn?" }],
  choices: [
    { key: "a", n: 1, label: "12345678" },
    { key: "b", n: 2, label: "Ngày sinh của bác" },
    { key: "c", n: 3, label: "Một câu dài chỉ bác biết, có chữ hoa, chữ thường và số" },
  ],
  reserved,
});

describe("on the wire", () => {
  test.each(["both", "only", "none"])("a step card, a menu and a quiz question, buttons=%s", async (buttons) => {
    const s = await stage({ buttons });
    for (const m of [step, menu, quiz])
      expect(await s.channel.send(m, bac, s.connection)).toMatchObject({ outcome: "sent" });
    expect(s.fake.of(send).map((c) => c.body)).toMatchSnapshot();
    expect(s.fake.sent).toHaveLength(3);
  });

  test("a text is NFC, and never over 2,000 as Zalo counts it", async () => {
    const s = await stage();
    const long = messageOf({ blocks: [{ kind: "text", text: "Tiếng Việt có dấu. ".repeat(150).normalize("NFD") }] });
    expect(await s.channel.send(long, bac, s.connection)).toMatchObject({ outcome: "sent" });
    const texts = s.fake.sent.map((m) => m.seen.text ?? "");
    expect(texts.length).toBe(2);
    for (const text of texts) expect([text.length <= 2000, text === text.normalize("NFC")]).toEqual([true, true]);
  });

  test("a picture is uploaded once, and again before its seven days end", async () => {
    const s = await stage();
    await Promise.all([
      s.channel.send(step, bac, s.connection),
      s.channel.send({ ...step, token: "t2" }, bac, s.connection),
    ]);
    s.clock.now += 5 * day;
    s.came();
    const renew = s.fake.grant();
    s.zalo.tokens.adopt(s.connection.id, {
      access: renew.access_token,
      refresh: renew.refresh_token,
      accessUntil: s.clock.now + 25 * hour,
      refreshUntil: s.clock.now + 90 * day,
    });
    await s.channel.send({ ...step, token: "t3" }, bac, s.connection);
    expect(s.fake.uploads).toHaveLength(1);
    s.clock.now += 1.5 * day;
    s.came();
    await s.channel.send({ ...step, token: "t4" }, bac, s.connection);
    expect(s.fake.uploads).toHaveLength(2);
    expect(s.fake.sent.map((m) => m.seen.picture !== null)).toEqual([true, true, true, true]);
  });

  test("an attachment Zalo forgot is uploaded anew, once", async () => {
    const s = await stage();
    await s.channel.send(step, bac, s.connection);
    s.fake.fault({ kind: "error", code: -100 }, { on: send });
    expect(await s.channel.send({ ...step, token: "t2" }, bac, s.connection)).toMatchObject({ outcome: "sent" });
    expect(s.fake.uploads).toHaveLength(2);
  });

  test("what Zalo will not have as a picture goes as words", async () => {
    const s = await stage({}, { picture: async () => Buffer.from("GIF89a") });
    expect(await s.channel.send(step, bac, s.connection)).toMatchObject({ outcome: "sent" });
    expect(s.fake.sent.map((m) => [m.seen.picture, (m.seen.text ?? "").includes("1. Xong")])).toEqual([[null, true]]);
  });

  const say = (n: number) =>
    messageOf({ choices: menu.choices.slice(0, 2), token: `t${n}`, blocks: [{ kind: "text", text: `Tin ${n}` }] });

  test("buttons refused twice become numbers for a day, then they are tried again", async () => {
    const s = await stage({ buttons: "only" });
    s.fake.set({ buttons: "refused" });
    const calls = async (n: number): Promise<number> => {
      const before = s.fake.of(send).length;
      expect(await s.channel.send(say(n), bac, s.connection)).toMatchObject({ outcome: "sent" });
      return s.fake.of(send).length - before;
    };
    expect(await calls(1)).toBe(2);
    expect(s.fake.sent[0]?.seen.text).toContain("1. Học tiếp");
    expect(await calls(2)).toBe(2);
    expect(await calls(3)).toBe(1);
    s.clock.now += 25 * 3_600_000;
    s.came();
    expect(await calls(4)).toBe(2);
    s.fake.set({ buttons: "shown" });
    expect(await calls(5)).toBe(1);
    expect(s.fake.sent.at(-1)?.seen.buttons.length).toBeGreaterThan(0);
  });

  test.each([-201, -210, -233])("one %i takes the buttons from that one message and no other", async (code) => {
    const s = await stage({ buttons: "only" });
    for (let n = 1; n <= 3; n++) {
      // The same message, refused again and again: it says nothing about the others.
      s.fake.fault({ kind: "error", code }, { on: send });
      expect(await s.channel.send({ ...say(1), token: `same-${n}` }, bac, s.connection)).toMatchObject({
        outcome: "sent",
      });
    }
    expect(await s.channel.send(say(2), bac, s.connection)).toMatchObject({ outcome: "sent" });
    expect(s.fake.sent.at(-1)?.seen.buttons.length).toBeGreaterThan(0);
  });

  test("a bad telephone button takes nothing from messages without one, and the probe tells the way back", async () => {
    const s = await stage({ buttons: "only" });
    const call = (n: number) =>
      messageOf({
        token: `p${n}`,
        blocks: [{ kind: "text", text: `Gọi ${n}` }],
        choices: [{ key: "call", n: 1, label: "Gọi công an xã", phone: "0000" }],
      });
    for (const n of [1, 2]) {
      s.fake.fault({ kind: "error", code: -201 }, { on: send });
      expect(await s.channel.send(call(n), bac, s.connection)).toMatchObject({ outcome: "sent" });
    }
    const told = vietnamese((await probed(probe(s.deps, s.connection))).lines);
    expect(told).toContain("oa.open.phone");
    expect(told).toContain("tự thử lại lúc");
    await s.channel.send(say(1), bac, s.connection);
    expect(s.fake.sent.at(-1)?.seen.buttons.length).toBeGreaterThan(0);
    // Shown to the technician's own phone just now: no need to wait for tomorrow.
    expect(vietnamese((await probed(probe(s.deps, s.connection, bac))).lines)).not.toContain("tự thử lại lúc");
  });

  test("the night ban holds nobody's own reply until morning", async () => {
    const s = await stage();
    s.fake.fault({ kind: "error", code: -234 }, { on: send });
    expect(await s.channel.send(hello, bac, s.connection)).toMatchObject({
      outcome: "retry",
      afterMs: 0,
      whole: false,
    });
    s.fake.fault({ kind: "error", code: -234 }, { on: send });
    const pushed = await s.channel.send({ ...hello, token: "p", purpose: "push" }, bac, s.connection);
    expect(pushed).toMatchObject({ outcome: "retry" });
    expect(pushed.outcome === "retry" && pushed.afterMs).toBeGreaterThan(3_600_000);
  });
});

describe("faults", () => {
  test.each([
    [{ kind: "silent" }, "uncertain"],
    [{ kind: "reset", when: "read" }, "uncertain"],
    [{ kind: "reset", when: "after" }, "uncertain"],
    [{ kind: "status", status: 503 }, "retry"],
    [{ kind: "status", status: 500 }, "retry"],
    [{ kind: "html", status: 502 }, "retry"],
    [{ kind: "html", status: 200 }, "uncertain"],
    [{ kind: "truncated", cut: "json" }, "uncertain"],
    [{ kind: "truncated", cut: "line" }, "uncertain"],
    [{ kind: "type", contentType: "text/html" }, "sent"],
    [{ kind: "error", code: -32 }, "retry"],
    [{ kind: "error", code: -200 }, "retry"],
    [{ kind: "error", code: -9999 }, "retry"],
    [{ kind: "error", code: -213 }, "blocked"],
    [{ kind: "error", code: -227 }, "blocked"],
    [{ kind: "error", code: -230 }, "wait"],
    [{ kind: "error", code: -211 }, "wait"],
    [{ kind: "error", code: -224 }, "unauthorised"],
    [{ kind: "error", code: -248 }, "refused"],
  ] as const)("%o is %s", async (fault, outcome) => {
    const s = await stage({}, { timeoutMs: 150 });
    s.fake.fault(fault, { on: send });
    expect(await s.channel.send(hello, bac, s.connection)).toMatchObject({ outcome });
    expect(s.fake.of(send)).toHaveLength(1);
  });

  test("the reason is kept, an operator is told where it is theirs to cure", async () => {
    const s = await stage();
    s.fake.fault({ kind: "error", code: -211 }, { on: send });
    expect(await s.channel.send(hello, bac, s.connection)).toMatchObject({ reason: expect.stringContaining("-211 ") });
    expect(s.raised.map((r) => r.code)).toEqual(["SEND_REFUSED"]);
  });

  test("no server at all: nothing was said, so all wait", async () => {
    const s = await stage();
    const gone = { ...s.connection, settings: { ...s.connection.settings, apiRoot: "http://127.0.0.1:1" } };
    expect(await s.channel.send(hello, bac, gone)).toMatchObject({
      outcome: "retry",
      whole: true,
      reason: "ECONNREFUSED",
    });
  });

  test("whether Zalo answers is asked without a message, and no silence of any kind passes for an answer", async () => {
    const s = await stage({}, { timeoutMs: 250 });
    const alive = () => s.channel.alive?.(s.connection);
    expect(await alive()).toBe(true);
    for (const fault of [
      { kind: "silent" },
      { kind: "reset", when: "read" },
      { kind: "html", status: 200 },
      { kind: "truncated", cut: "json" },
      { kind: "truncated", cut: "line" },
      { kind: "status", status: 503 },
    ] as const) {
      s.fake.fault(fault, { on: "/v2.0/oa/getoa" });
      expect(await alive()).toBe(false);
    }
    s.fake.fault({ kind: "error", code: -204 }, { on: "/v2.0/oa/getoa" });
    expect(await alive()).toBe(true);
    expect(s.fake.sent).toEqual([]);
  });

  test.each([
    [500, { outcome: "retry", afterMs: 0, whole: false }],
    [504, { outcome: "uncertain" }],
  ])("HTTP %i is tried again; how long to wait is the sender's to say", async (status, outcome) => {
    const s = await stage();
    s.fake.fault({ kind: "status", status }, { on: send });
    expect(await s.channel.send(hello, bac, s.connection)).toMatchObject(outcome);
  });

  test("a slow answer is an answer", async () => {
    const s = await stage();
    let go = (): void => {};
    s.fake.fault({ kind: "slow", until: new Promise<void>((r) => (go = r)) }, { on: send });
    const sent = s.channel.send(hello, bac, s.connection);
    await s.fake.call(send);
    go();
    expect(await sent).toMatchObject({ outcome: "sent" });
  });

  test("a retry after the second part does not repeat the first", async () => {
    const s = await stage();
    const two = messageOf({ blocks: [{ kind: "text", text: "a ".repeat(1500) }] });
    s.fake.fault({ kind: "status", status: 503 }, { on: send, skip: 1 });
    expect(await s.channel.send(two, bac, s.connection)).toMatchObject({ outcome: "retry" });
    expect(await s.channel.send(two, bac, s.connection)).toMatchObject({ outcome: "sent" });
    expect(s.fake.sent).toHaveLength(2);
  });
});

describe("a token that died", () => {
  test.each([-216, -220])("%i: one renewal, and the message goes", async (code) => {
    const s = await stage();
    s.fake.fault({ kind: "error", code }, { on: send });
    expect(await s.channel.send(hello, bac, s.connection)).toMatchObject({ outcome: "sent" });
    expect(s.fake.of("/v4/oa/access_token")).toHaveLength(1);
  });

  test("fifty messages at once renew it once", async () => {
    const s = await stage();
    s.clock.now += 26 * hour;
    s.came();
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) => s.channel.send({ ...hello, token: `t${i}` }, bac, s.connection)),
    );
    expect(new Set(all.map((o) => o.outcome))).toEqual(new Set(["sent"]));
    expect(s.fake.of("/v4/oa/access_token")).toHaveLength(1);
  });

  test("refused for ever: no loop, the connection stands still", async () => {
    const s = await stage();
    s.fake.fault({ kind: "error", code: -216 }, { on: send, times: 9 });
    expect(await s.channel.send(hello, bac, s.connection)).toMatchObject({ outcome: "unauthorised" });
    expect(s.fake.of(send)).toHaveLength(2);
  });
});

describe("which address", () => {
  test("a government OA: switched once, remembered, also by the next process", async () => {
    const s = await stage();
    s.fake.set({ type: 4 });
    for (const token of ["t1", "t2"])
      expect(await s.channel.send({ ...hello, token }, bac, s.connection)).toMatchObject({ outcome: "sent" });
    expect([s.fake.of(send).length, s.fake.of(old).length]).toEqual([1, 2]);
    expect(s.zalo.learnt.read(s.connection.id).endpoint).toBe("v2");
  });

  test("-240 switches back when the old address is shut down", async () => {
    const s = await stage();
    s.fake.set({ type: 4 });
    await s.channel.send(hello, bac, s.connection);
    s.clock.now += 2 * day;
    s.came();
    const pair = s.fake.grant();
    s.zalo.tokens.adopt(s.connection.id, {
      access: pair.access_token,
      refresh: pair.refresh_token,
      accessUntil: s.clock.now + 25 * hour,
      refreshUntil: s.clock.now + 90 * day,
    });
    s.fake.set({ type: 2 });
    expect(await s.channel.send({ ...hello, token: "t2" }, bac, s.connection)).toMatchObject({ outcome: "sent" });
    expect(s.zalo.learnt.read(s.connection.id).endpoint).toBe("v3");
  });

  test("neither works: two calls, an alarm, and no more to and fro", async () => {
    const s = await stage();
    s.fake.set({ v3: false, v2: false });
    expect(await s.channel.send(hello, bac, s.connection)).toMatchObject({ outcome: "unauthorised" });
    expect(await s.channel.send(hello, bac, s.connection)).toMatchObject({ outcome: "unauthorised" });
    expect(s.fake.calls.filter((c) => c.on === send || c.on === old).length).toBeLessThanOrEqual(4);
  });
});
