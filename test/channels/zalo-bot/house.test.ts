import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listenOnChannels } from "../../../src/app/listen.ts";
import { startFakeZaloBot } from "../../fakes/zalo-bot/server.ts";
import { chatId } from "../../fakes/zalo-bot/updates.ts";
import { type RunningHouse, startHouse } from "../../house/house.ts";
import { settled } from "../contract/town.ts";

const publicUrl = "https://xa-mau.example";
const secret = "a-secret-of-tests";
const connection = "default-zalo-bot";

type Fake = Awaited<ReturnType<typeof startFakeZaloBot>>;
let fake: Fake;
let town: RunningHouse;
const stop = new AbortController();

describe("called by Zalo", () => {
  beforeAll(async () => {
    fake = await startFakeZaloBot();
    town = await startHouse({
      PUBLIC_URL: publicUrl,
      ZALO_BOT_TOKEN: fake.token,
      ZALO_BOT_WEBHOOK_SECRET: secret,
      ZALO_BOT_API_ROOT: fake.url,
    });
    fake.route(publicUrl, town.url);
    await listenOnChannels(town.house, stop.signal);
  });
  afterAll(async () => {
    await town.close();
    await fake.close();
  });

  test("registers its webhook, is reached by Zalo's own try, and answers in both shapes", async () => {
    expect(fake.hook()).toMatchObject({ url: `${publicUrl}/webhooks/zalo-bot/default`, secret });
    expect(await fake.probe()).toBe(200);
    for (const shape of ["wrapped", "flat"] as const) {
      const chat = chatId(shape.length);
      expect(await fake.deliver(fake.updates.text(chat, "Xin chào"), { shape })).toBe(200);
      await settled(town.house, connection, chat);
      expect(fake.sent.at(-1)).toMatchObject({ chat, payload: { text: expect.stringContaining("2. Hỏi một việc") } });
    }
  });

  test("what nobody may read is answered with a person; a forgery is refused; a group and an unknown event are only acknowledged", async () => {
    const chat = chatId(4);
    await fake.deliver(fake.updates.unsupported(chat));
    await settled(town.house, connection, chat);
    expect(fake.sent.at(-1)).toMatchObject({ chat, payload: { text: expect.stringContaining("Gặp người") } });
    const before = fake.sent.length;
    expect(await fake.deliver(fake.updates.text(chat, "1"), { secret: "another-secret" })).toBe(401);
    expect(await fake.deliver(fake.updates.text(chat, "1"), { secret: null })).toBe(401);
    expect(await fake.deliver(fake.updates.unsupported(chat, true))).toBe(200);
    expect(await fake.deliver(fake.updates.unknown(chat, "dance"))).toBe(200);
    expect(await fake.deliver(fake.updates.inGroup(chat, chatId(9), "1"))).toBe(200);
    await settled(town.house, connection, chat);
    expect(fake.sent).toHaveLength(before);
  });

  test("a picture is shown to whoever has its address, and to nobody who made one up", async () => {
    const chat = chatId(5);
    for (const text of ["Xin chào", "2", "bai 1"]) {
      await fake.deliver(fake.updates.text(chat, text));
      await settled(town.house, connection, chat);
    }
    const { photo } = fake.sent.at(-1) ?? {};
    expect(photo).toMatchObject({ status: 200, contentType: "image/png" });
    expect(photo?.bytes.subarray(1, 4).toString()).toBe("PNG");
    const path = new URL(photo?.url ?? "").pathname;
    const changed = [
      path.replace("/vi/", "/en/"),
      path.replace(/\/\d+\//, "/99999/"),
      path.replace(/[^/]+\.png$/, "dien-thoai.png"),
    ];
    for (const p of changed) expect((await fetch(`${town.url}${p}`)).status).toBe(404);
    town.clock.skip(40 * 86_400_000);
    expect((await fetch(`${town.url}${path}`)).status).toBe(404);
  });

  test("what the plan lets us use is counted", () => {
    const month = town.house.store.db
      .prepare("SELECT sum(free) FROM zalo_months WHERE connection = ?")
      .pluck()
      .get(connection);
    expect(month).toBe(fake.sent.length);
  });
});

test("asking Zalo: what came before the next question is answered", async () => {
  const asked = await startFakeZaloBot({ idle: () => new Promise(() => {}) });
  const house = await startHouse({ ZALO_BOT_TOKEN: asked.token, ZALO_BOT_API_ROOT: asked.url });
  const end = new AbortController();
  asked.queue(asked.updates.text(chatId(1), "Xin chào"));
  await listenOnChannels(house.house, end.signal);
  await asked.call("sendMessage");
  expect(asked.calls.map((c) => c.on).slice(0, 2)).toEqual(["deleteWebhook", "getUpdates"]);
  end.abort();
  await house.close();
  await asked.close();
});
