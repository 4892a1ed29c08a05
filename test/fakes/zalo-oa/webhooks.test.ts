import { describe, expect, it } from "vitest";
import { an, hooked, oaOf, receiver, start } from "./bench.ts";
import { userId } from "./events.ts";

describe("Zalo OA: deliveries", () => {
  it("retries five times where nobody listens, then unsubscribes", async () => {
    const waits: number[] = [];
    const schedule = (again: () => void, ms: number) => {
      waits.push(ms);
      setImmediate(again);
    };
    const { oa } = await oaOf({ schedule });
    const r = await receiver();
    await r.close();
    oa.setHook(r.url);
    const lost = await oa.deliver(oa.events.text(an, "Xin chào"));
    expect(lost).toEqual({ tries: Array(6).fill("no-connection"), lost: true });
    expect(waits).toEqual([30_000, 300_000, 900_000, 1_800_000, 3_600_000]);
    expect(oa.subscribed()).toBe(false);
    expect(await oa.deliver(oa.events.text(an, "Alô"))).toEqual({ tries: [], lost: true });
  });

  it("loses what was answered badly, unless told that this is retried too", async () => {
    const { oa } = await oaOf();
    await hooked(oa, () => 503);
    expect(await oa.deliver(oa.events.follow(an))).toEqual({ tries: [503], lost: true });
    const { oa: patient } = await oaOf({ retryOn: "any" });
    const { got } = await hooked(patient, (n) => [500, "cut" as const][n - 1] ?? 200);
    expect(await patient.deliver(patient.events.follow(an))).toEqual({ tries: [500, "cut", 200], lost: false });
    expect(got.map((g) => g.headers.num_retry)).toEqual([undefined, "1", "2"]);
    expect(new Set(got.map((g) => g.raw.toString())).size).toBe(1);
  });

  it("hangs up when the test says that the two seconds are over", async () => {
    const { oa } = await oaOf();
    const { got } = await hooked(oa, () => "never");
    let over: (value?: unknown) => void = () => {};
    const delivery = oa.deliver(oa.events.follow(an), {
      giveUp: new Promise((done) => {
        over = done;
      }),
    });
    while (got.length === 0) await new Promise(setImmediate);
    over();
    expect((await delivery).tries).toEqual(["gave-up"]);
  });

  it("duplicates and reorders on request, also all at once", async () => {
    const { oa } = await oaOf();
    const { got } = await hooked(oa);
    const events = ["một", "hai", "ba"].map((t) => oa.events.text(an, t));
    const texts = () => got.splice(0).map((g) => JSON.parse(g.raw.toString()).message.text);
    await oa.deliverAll(events, { order: "reversed", copies: 2 });
    expect(texts()).toEqual(["ba", "ba", "hai", "hai", "một", "một"]);
    await oa.deliverAll(events, { order: [1, 0, 1] });
    expect(texts()).toEqual(["hai", "một", "hai"]);
    await oa.deliverAll(events, { copies: 100, atOnce: true });
    expect(texts()).toHaveLength(300);
  });

  it("builds every documented event with string ids that a double cannot hold", async () => {
    const { oa } = await oaOf();
    const e = oa.events;
    const button = { title: "Tiếp", type: "oa.query.hide", payload: "#bdhvs:1" };
    const all = [
      e.text(an, "a"),
      e.press(an, button),
      e.image(an),
      e.gif(an),
      e.link(an, "https://xa-mau.example"),
      e.audio(an),
      e.video(an),
      e.sticker(an),
      e.location(an),
      e.businessCard(an),
      e.file(an),
      e.echo("text", an),
      e.echo("image", an),
      e.echo("gif", an),
      e.echo("list", an),
      e.echo("file", an),
      e.echo("sticker", an, {}, userId(9)),
      e.follow(an),
      e.unfollow(an),
      e.clickChatnow(an),
      e.submitInfo(an),
      e.seen(an, ["fa1"]),
      e.received(an, "fa1"),
      e.receivedByPhone("84000000000", "t1"),
      e.userReacted(an, "fa1"),
      e.oaReacted(an, "fa1"),
      e.tag("add_user_to_tag", an, "mẫu"),
      e.tag("remove_user_from_tag", an, "mẫu"),
      e.tag("remove_tag", an, "mẫu"),
      e.updateUserInfo(an),
      e.withdraw(an),
      e.withdraw(an, "user_id"),
      e.withdraw(an, "follower"),
      e.anonymous("text", userId(2), "c1"),
      e.anonymous("image", userId(2), "c1"),
      e.anonymous("file", userId(2), "c1"),
      e.anonymous("sticker", userId(2), "c1"),
      e.unknown("user_dances", an),
    ];
    expect([...new Set(all.map((event) => event.event_name))].sort()).toMatchInlineSnapshot(`
      [
        "add_user_to_tag",
        "anonymous_send_file",
        "anonymous_send_image",
        "anonymous_send_sticker",
        "anonymous_send_text",
        "follow",
        "oa_reacted_message",
        "oa_send_file",
        "oa_send_gif",
        "oa_send_image",
        "oa_send_list",
        "oa_send_sticker",
        "oa_send_text",
        "remove_tag",
        "remove_user_from_tag",
        "unfollow",
        "update_user_info",
        "user_click_chatnow",
        "user_dances",
        "user_reacted_message",
        "user_received_message",
        "user_seen_message",
        "user_send_audio",
        "user_send_business_card",
        "user_send_file",
        "user_send_gif",
        "user_send_image",
        "user_send_link",
        "user_send_location",
        "user_send_sticker",
        "user_send_text",
        "user_send_video",
        "user_submit_info",
        "user_withdraw",
      ]
    `);
    for (const event of all) expect(event).toMatchObject({ app_id: oa.appId, timestamp: String(start) });
    expect(an).toMatch(/^\d{19}$/);
    expect(String(Number(an))).not.toBe(an);
    expect(() => e.press(an, { title: "Gọi", type: "oa.open.phone", payload: {} })).toThrow();
  });
});
