import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Learnt } from "../../../src/channels/zalo-oa/deps.ts";
import { receiver } from "../../../src/channels/zalo-oa/receive.ts";
import { longestText } from "../../../src/kit/text.ts";
import { oaEvents, userId } from "../../fakes/zalo-oa/events.ts";
import { morning, stage } from "./kit.ts";

const appId = "4400000000000000001";
const oaId = "5500000000000000001";
const connection = {
  id: "z",
  commune: "00000",
  channel: "zalo-oa",
  settings: { appId, oaId, appSecret: "app-secret", secretKey: "oa-secret" },
} as const;
const make = oaEvents({ appId, oaId, clock: () => morning });
const bac = userId(1);

const bench = () => {
  let learnt: Learnt = {
    endpoint: "v3",
    v3RefusedAt: null,
    v2RefusedAt: null,
    buttonsRefused: {},
    signature: null,
    signatureWrong: 0,
    signatureWrongAt: null,
  };
  let writes = 0;
  const raised: string[] = [];
  const receive = receiver({
    learnt: {
      read: () => learnt,
      note: (_c, l) => {
        writes += 1;
        learnt = { ...learnt, ...l };
      },
    },
    raise: (f) => void raised.push(f.code),
  });
  return { receive, raised, learnt: () => learnt, writes: () => writes };
};

/** Signed by hand, so that neither the fake nor the channel can be wrong together with this test. */
const mac = (id: string, raw: string, timestamp: string, secret: string) =>
  `mac=${createHash("sha256").update(`${id}${raw}${timestamp}${secret}`).digest("hex")}`;
const take = (event: object, header?: Record<string, string>, b = bench()) => {
  const raw = JSON.stringify(event);
  const stamp = String((event as { timestamp?: unknown }).timestamp ?? "");
  const got = b.receive(
    Buffer.from(raw),
    header ?? { "x-zevent-signature": mac(appId, raw, stamp, "oa-secret") },
    connection,
    morning + 5,
  );
  if (!got.ok) throw new Error(got.fault.code);
  return got.value;
};
const content = (event: object) => take(event).inbounds[0]?.content;

describe("the signature", () => {
  const event = make.text(bac, "Chào / “Zalo”");
  const raw = JSON.stringify(event, null, 1);
  const variants: [string, string, string, string][] = [
    ["app+body+oa-key", appId, String(morning), "oa-secret"],
    ["app+body+app-secret", appId, String(morning), "app-secret"],
    ["app+header+oa-key", appId, "1790000000999", "oa-secret"],
    ["app+header+app-secret", appId, "1790000000999", "app-secret"],
    ["oa+body+oa-key", oaId, String(morning), "oa-secret"],
    ["oa+body+app-secret", oaId, String(morning), "app-secret"],
    ["oa+header+oa-key", oaId, "1790000000999", "oa-secret"],
    ["oa+header+app-secret", oaId, "1790000000999", "app-secret"],
  ];
  test.each(variants)("%s is taken over the raw bytes, named and remembered", (name, id, stamp, secret) => {
    const b = bench();
    const headers = { "x-zevent-signature": mac(id, raw, stamp, secret), "x-zevent-timestamp": "1790000000999" };
    for (let i = 0; i < 3; i++)
      expect(b.receive(Buffer.from(raw), headers, connection, morning)).toMatchObject({
        ok: true,
        value: { proof: name },
      });
    expect([b.learnt().signature, b.writes()]).toEqual([name, 1]);
  });

  test.each([
    ["none", undefined],
    ["an HMAC", `mac=${createHmac("sha256", "oa-secret").update(`${appId}${raw}${morning}`).digest("hex")}`],
    ["re-serialised JSON", mac(appId, JSON.stringify(event), String(morning), "oa-secret")],
    ["no secret", mac(appId, raw, String(morning), "")],
    ["another app", mac("1", raw, String(morning), "oa-secret")],
    ["half of it", mac(appId, raw, String(morning), "oa-secret").slice(0, 40)],
    ["an empty mac", "mac="],
  ])("%s is refused, counted and told once a minute", (_name, signature) => {
    const b = bench();
    const headers = signature === undefined ? {} : { "x-zevent-signature": signature };
    for (let i = 0; i < 50; i++)
      expect(b.receive(Buffer.from(raw), headers, connection, morning + i)).toMatchObject({
        ok: false,
        fault: { code: "SIGNATURE_WRONG" },
      });
    expect([b.raised, b.writes()]).toEqual([["SIGNATURE_WRONG"], 1]);
    b.receive(Buffer.from(raw), headers, connection, morning + 61_000);
    expect([b.raised.length, b.learnt().signatureWrong]).toEqual([2, 51]);
  });

  test("the unsigned check of the console gets 200 and does nothing", () => {
    expect(bench().receive(Buffer.from("{}"), {}, connection, morning)).toEqual({
      ok: true,
      value: { inbounds: [], unknown: false },
    });
    expect(bench().receive(Buffer.from("[]"), {}, connection, morning).ok).toBe(false);
    expect(bench().receive(Buffer.from(""), {}, connection, morning).ok).toBe(false);
  });

  test("without an app secret nobody is let in", () => {
    expect(
      bench().receive(
        Buffer.from(raw),
        { "x-zevent-signature": mac("", raw, String(morning), "") },
        { ...connection, settings: {} },
        morning,
      ).ok,
    ).toBe(false);
  });
});

describe("what it means", () => {
  test.each([
    [make.text(bac, "xin chào"), { kind: "text", text: "xin chào" }],
    [make.text(bac, "xom 3"), { kind: "text", text: "xom 3" }],
    [make.text(bac, "#bdhvs:t1:done"), { kind: "press", token: "t1", key: "done" }],
    [make.text(bac, "#bdhvs"), { kind: "text", text: "#bdhvs" }],
    [make.text(bac, "a".repeat(5_000)), { kind: "text", text: "a".repeat(longestText) }],
    [make.image(bac, "hình này"), { kind: "media", media: "photo" }],
    [make.gif(bac), { kind: "media", media: "sticker" }],
    [make.sticker(bac), { kind: "media", media: "sticker" }],
    [make.audio(bac), { kind: "media", media: "voice" }],
    [make.video(bac), { kind: "media", media: "file" }],
    [make.file(bac), { kind: "media", media: "file" }],
    [make.location(bac), { kind: "media", media: "location" }],
    [make.businessCard(bac), { kind: "media", media: "unsupported" }],
    [make.link(bac, "https://xa-mau.example"), { kind: "text", text: "https://xa-mau.example" }],
    [make.follow(bac), { kind: "open", code: null }],
    [make.clickChatnow(bac), { kind: "open", code: null }],
    [make.unfollow(bac), { kind: "blocked" }],
    [make.withdraw(bac), { kind: "erase" }],
    [make.withdraw(bac, "user_id"), { kind: "erase" }],
    [make.withdraw(bac, "follower"), { kind: "erase" }],
  ])("handled %#", (event, expected) => {
    const { inbounds, unknown } = take(event);
    expect([unknown, inbounds[0]?.chat, inbounds[0]?.content]).toEqual([false, bac, expected]);
  });

  test.each([
    make.echo("text", bac, { text: "Chào bác" }),
    make.echo("image", bac, {}, "9900000000000000001"),
    make.seen(bac, ["a"]),
    make.received(bac, "a"),
    make.receivedByPhone("84000000000", "x"),
    make.userReacted(bac, "a"),
    make.oaReacted(bac, "a"),
    make.submitInfo(bac),
    make.updateUserInfo(bac),
    make.tag("add_user_to_tag", bac, "x"),
    make.anonymous("text", "1", "2"),
  ])("left alone %#", (event) => expect(take(event)).toMatchObject({ inbounds: [], unknown: false }));

  test.each([
    make.unknown("user_sings", bac),
    make.unknown("constructor", bac),
    make.unknown("__proto__", bac),
    { ...make.text(bac, "x"), message: {} },
    { app_id: appId, timestamp: "1" },
  ])("unknown, and no failure %#", (event) => expect(take(event)).toMatchObject({ inbounds: [], unknown: true }));

  test("the key is the message's id, else what, when and who; a time ahead of ours is now", () => {
    const text = make.text(bac, "x") as unknown as { message: { msg_id: string } };
    expect(take(text).inbounds[0]).toMatchObject({ key: text.message.msg_id, at: morning });
    expect(take(make.follow(bac)).inbounds[0]?.key).toBe(`follow:${morning}:${bac}`);
    expect(take({ ...make.text(bac, "x"), timestamp: String(morning + 999_999) }).inbounds[0]?.at).toBe(morning + 5);
  });

  test("an id that lost its digits names nobody", () => {
    const raw = JSON.stringify(make.text(bac, "x")).replace(/"sender":\{"id":"\d+"/, '"sender":{"id":8.123456789e18');
    const signature = mac(appId, raw, String(morning), "oa-secret");
    const got = bench().receive(Buffer.from(raw), { "x-zevent-signature": signature }, connection, morning);
    expect(got).toMatchObject({ ok: true, value: { inbounds: [] } });
  });

  test("an event of another OA of the same app is not answered here", () => {
    expect(take({ ...make.text(bac, "x"), recipient: { id: "5500000000000000009" } })).toMatchObject({
      inbounds: [],
      unknown: true,
    });
  });

  test("a button comes back as the press that was offered", async () => {
    const s = await stage();
    const { messageOf } = await import("../message-of.ts");
    const token = "0192f0c1-2345-7abc-89de-0123456789ab";
    await s.channel.send(
      messageOf({ token, blocks: [{ kind: "question", text: "?" }], choices: [{ key: "yes", n: 1, label: "Có" }] }),
      userId(7),
      s.connection,
    );
    const [button] = s.fake.sent[0]?.seen.buttons ?? [];
    expect(content(make.press(bac, button ?? { title: "", type: "oa.query.hide", payload: "" }))).toEqual({
      kind: "press",
      token,
      key: "yes",
    });
  });
});

describe("as others have seen it come", () => {
  const text = make.text(bac, "1");
  const big = (raw: string): string =>
    raw.replace(/"(\d{16,19})"/g, "$1").replace(/"timestamp":"(\d+)"/, '"timestamp":$1');

  test("ids and the timestamp as bare numbers keep every digit", () => {
    const numbered = { ...text, sender: { id: "9007199254740993123" } };
    const raw = big(JSON.stringify(numbered));
    expect(raw).toContain(":9007199254740993123");
    const got = bench().receive(
      Buffer.from(raw),
      { "x-zevent-signature": mac(appId, raw, String(morning), "oa-secret") },
      connection,
      morning + 5,
    );
    expect(got).toMatchObject({ ok: true, value: { inbounds: [{ chat: "9007199254740993123", at: morning }] } });
  });

  test("an event that names no recipient is answered; one for another OA is not", () => {
    const { recipient: _, ...without } = text;
    expect(content(without)).toEqual({ kind: "text", text: "1" });
    expect(take({ ...text, recipient: { id: "5500000000000000002" } })).toMatchObject({ inbounds: [], unknown: true });
    expect(content({ ...make.follow(bac), oa_id: undefined })).toEqual({ kind: "open", code: null });
  });

  test.each([
    "user_send_group_text",
    "user_send_group_image",
    "create_group",
    "group_member_join",
    "oa_send_group_text",
    "user_send_text",
    "follow",
  ])("%s is known, and nobody is answered before a whole group", (event_name) => {
    const event = { ...text, event_name, group_info: { group_id: "77" } };
    expect(take(event)).toMatchObject({ inbounds: [], unknown: false });
  });

  test("an event of a private chat is not taken for a group's because of a word in its name", () => {
    expect(take({ ...text, event_name: "user_accept_group_offer" })).toMatchObject({ inbounds: [], unknown: true });
    expect(content({ ...text, group_info: null })).toEqual({ kind: "text", text: "1" });
  });
});
