import { describe, expect, it } from "vitest";
import { OA_PATHS } from "./api.ts";
import { an, HOUR, oaOf, png, postJson, send, start } from "./bench.ts";
import { userId } from "./events.ts";

describe("Zalo OA: sending", () => {
  const query = (n: number, payload = "#x") =>
    Array.from({ length: n }, (_, i) => ({ title: `Nút ${i}`, type: "oa.query.hide", payload }));
  const withButtons = (buttons: unknown, text: string | undefined = "Chọn") => ({
    text,
    attachment: { type: "template", payload: { buttons } },
  });
  const media = (element: object) => ({
    text: "Hình",
    attachment: {
      type: "template",
      payload: { template_type: "media", elements: [{ media_type: "image", ...element }] },
    },
  });

  it.each([
    ["2,000 characters", { text: "ạ".repeat(2000) }, 0],
    ["2,001", { text: "a".repeat(2001) }, -210],
    ["2,000 decomposed", { text: "ạ".normalize("NFD").repeat(2000) }, -210],
    ["half a pair", { text: "a\ud83d" }, -201],
    ["empty", { text: " " }, -201],
    ["five buttons", withButtons(query(5)), 0],
    ["six buttons", withButtons(query(6)), -210],
    ["payload of 1,000", withButtons(query(1, "x".repeat(1000))), 0],
    ["payload of 1,001", withButtons(query(1, "x".repeat(1001))), -210],
    ["title of 101", withButtons([{ title: "x".repeat(101), type: "oa.query.show", payload: "x" }]), -210],
    ["url button", withButtons([{ title: "Mở", type: "oa.open.url", payload: { url: "https://xa-mau.example" } }]), 0],
    ["url as text", withButtons([{ title: "Mở", type: "oa.open.url", payload: "https://xa-mau.example" }]), -201],
    ["phone button", withButtons([{ title: "Gọi", type: "oa.open.phone", payload: { phone_code: "84000000000" } }]), 0],
    [
      "sms of 161",
      withButtons([
        { title: "Nhắn", type: "oa.open.sms", payload: { content: "x".repeat(161), phone_code: "84000000000" } },
      ]),
      -210,
    ],
    ["unknown button", withButtons([{ title: "?", type: "oa.dance", payload: "x" }]), -201],
    ["unknown attachment", media({ attachment_id: "none" }), -201],
    ["picture by address", media({ url: "https://xa-mau.example/a.png" }), 0],
    [
      "list, unproven on v3",
      {
        attachment: { type: "template", payload: { template_type: "list", elements: [{ title: "a", subtitle: "b" }] } },
      },
      -233,
    ],
    [
      "request for contact data",
      {
        attachment: {
          type: "template",
          payload: {
            template_type: "request_user_info",
            elements: [{ title: "a", subtitle: "b", image_url: "https://xa-mau.example/a.png" }],
          },
        },
      },
      0,
    ],
  ])("%s", async (_, message, error) => {
    const { oa, token } = await oaOf();
    oa.interact(an);
    const answer = await send(oa, token, message);
    expect(answer.error).toBe(error);
    expect(oa.sent).toHaveLength(error === 0 ? 1 : 0);
    if (error === 0)
      expect(answer.data).toEqual({
        message_id: oa.sent[0]?.messageId,
        user_id: an,
        sent_time: String(start),
        quota: { quota_type: "reply" },
      });
    else expect(answer).not.toHaveProperty("data");
  });

  it("an id sent as a number has lost its end", async () => {
    const { oa, token } = await oaOf();
    oa.interact(an);
    const answer = await postJson(
      oa.url + OA_PATHS.send,
      { recipient: { user_id: Number(an) }, message: { text: "a" } },
      { access_token: token },
    );
    expect([answer.status, await answer.json()]).toEqual([200, { error: -201, message: "user_id is invalid" }]);
  });

  it("buttons can be unproven: dropped without a word, or refused", async () => {
    const { oa, token } = await oaOf();
    oa.interact(an);
    oa.set({ buttons: "dropped" });
    expect(await send(oa, token, withButtons(query(2)))).toMatchObject({ error: 0 });
    expect(oa.sent[0]?.seen).toEqual({ text: "Chọn", picture: null, buttons: [] });
    oa.set({ buttons: "refused" });
    expect(await send(oa, token, withButtons(query(2)))).toMatchObject({ error: -233 });
  });

  it("a government OA has v2 alone, a business one v3 alone, and some have neither", async () => {
    const { oa, token } = await oaOf();
    oa.interact(an);
    const both = async () => [
      (await send(oa, token, { text: "a" })).error,
      (await send(oa, token, { text: "a" }, OA_PATHS.sendOld)).error,
    ];
    expect(await both()).toEqual([0, -240]);
    oa.set({ type: 4 });
    expect(await both()).toEqual([-235, 0]);
    oa.set({ v2: false });
    expect(await both()).toEqual([-235, -240]);
    expect(oa.sent.map((s) => s.endpoint)).toEqual(["v3", "v2"]);
    const info = await (await fetch(oa.url + OA_PATHS.oa, { headers: { access_token: token } })).json();
    expect(info).toMatchObject({ error: 0, data: { oaid: oa.oaId, oa_type: 4 } });
  });

  it("free to 48 hours, then the plan's, then billed, closed after 7 days; counted by the month of Vietnam", async () => {
    const { oa, token, clock } = await oaOf({ allowance: 1, credit: 110 });
    await oa.deliver(oa.events.text(an, "Xin chào"));
    const at = async (ms: number) => {
      clock.now = start + ms;
      return send(oa, oa.grant().access_token, { text: "a" });
    };
    expect((await at(48 * HOUR)).data.quota).toEqual({ quota_type: "reply" });
    expect((await at(48 * HOUR + 1)).data.quota).toEqual({ quota_type: "sub_quota", remain: "0", total: "1" });
    expect((await at(49 * HOUR)).data).not.toHaveProperty("quota");
    expect(await at(7 * 24 * HOUR)).toMatchObject({ error: 0 });
    expect(await at(7 * 24 * HOUR)).toMatchObject({ error: -211 });
    expect(await at(7 * 24 * HOUR + 1)).toMatchObject({ error: -230 });
    expect(oa.money()).toEqual({ free: 1, plan: 1, billed: 2 });
    clock.now = Date.UTC(2026, 10, 30, 17);
    expect(oa.money()).toEqual({ free: 0, plan: 0, billed: 0 });
    expect(oa.money("2026-11").billed).toBe(2);
    expect(token).toBeTruthy();
  });

  it("only interactions move the window, and never backwards", async () => {
    const { oa, token, clock } = await oaOf();
    for (const event of [
      oa.events.seen(an, ["fa1"]),
      oa.events.received(an, "fa1"),
      oa.events.echo("text", an),
      oa.events.unfollow(an),
      oa.events.withdraw(an),
    ])
      await oa.deliver(event);
    expect(await send(oa, token, { text: "a" })).toMatchObject({ error: -232 });
    const old = oa.events.text(an, "cũ");
    clock.now += HOUR;
    await oa.deliver(oa.events.follow(an));
    await oa.deliver(old);
    expect(oa.person(an)).toMatchObject({ interactedAt: start + HOUR, follower: true });
    await oa.deliver(oa.events.follow(userId(2)));
    expect((await send(oa, token, { text: "a" }, OA_PATHS.send, userId(2))).data.quota).toEqual({
      quota_type: "welcome_msg",
      remain: "2",
      total: "3",
    });
    const quota = await postJson(oa.url + OA_PATHS.quota, { user_id: an }, { access_token: token });
    expect(await quota.json()).toMatchObject({ data: { last_interaction: String(start + HOUR) } });
  });

  it("takes JPEG and PNG up to 1 MB and forgets them after 7 days", async () => {
    const { oa, token, clock } = await oaOf();
    const upload = async (bytes: Buffer, field = "file") => {
      const body = new FormData();
      body.set(field, new Blob([new Uint8Array(bytes)]), "a.png");
      return (
        await fetch(oa.url + OA_PATHS.uploadImage, { method: "POST", headers: { access_token: token }, body })
      ).json();
    };
    expect(await upload(Buffer.from("GIF89a"))).toMatchObject({ error: -201 });
    expect(await upload(png, "image")).toMatchObject({ error: -201 });
    expect(await upload(Buffer.concat([png, Buffer.alloc(1_000_000)]))).toMatchObject({ error: -210 });
    const { data } = await upload(png);
    expect(oa.uploads[0]?.bytes.equals(png)).toBe(true);
    oa.interact(an, start + 7 * 24 * HOUR);
    clock.now += 7 * 24 * HOUR - 1;
    const fresh = oa.grant().access_token;
    expect(await send(oa, fresh, media({ attachment_id: data.attachment_id }))).toMatchObject({ error: 0 });
    expect(oa.sent[0]?.seen).toEqual({ text: "Hình", picture: data.attachment_id, buttons: [] });
    clock.now += 1;
    expect(await send(oa, fresh, media({ attachment_id: data.attachment_id }))).toMatchObject({ error: -100 });
  });

  it("counts requests a minute", async () => {
    const { oa, token, clock } = await oaOf({ perMinute: 1 });
    oa.interact(an);
    expect(await send(oa, token, { text: "a" })).toMatchObject({ error: 0 });
    expect(await send(oa, token, { text: "a" })).toMatchObject({ error: -32 });
    clock.now += 60_000;
    expect(await send(oa, token, { text: "a" })).toMatchObject({ error: 0 });
  });
});
