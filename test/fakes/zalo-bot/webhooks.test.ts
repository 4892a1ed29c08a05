import { describe, expect, it } from "vitest";
import { botOf, chat, hooked, start } from "../zalo-oa/bench.ts";
import { chatId } from "./updates.ts";

describe("Zalo Bot: webhooks", () => {
  it("carries the secret, both shapes, every event name, and is never retried", async () => {
    const { bot } = await botOf();
    const { got } = await hooked(bot, (n) => (n === 1 ? 500 : 200));
    const u = bot.updates;
    expect(await bot.deliver(u.text(chat, "lỗi"))).toBe(500);
    expect(got.splice(0)).toHaveLength(1);
    const all = [
      u.text(chat, "a"),
      u.image(chat),
      u.image(chat, "photo", "Hình"),
      u.sticker(chat),
      u.voice(chat),
      u.unsupported(chat),
      u.unsupported(chat, true),
      u.link(chat, "https://xa-mau.example"),
      u.reaction(chat),
      u.inGroup(chat, chatId(7), "a"),
      u.unknown(chat, "dance"),
    ];
    await bot.deliverAll(all, { shape: "flat" });
    await bot.deliverAll(all);
    const bodies = got.splice(0).map((g) => {
      expect(g.headers).toMatchObject({
        "content-type": "application/json",
        "x-bot-api-secret-token": "fake-hook-secret",
        "user-agent": expect.stringMatching(/^Java\//),
      });
      return JSON.parse(g.raw.toString());
    });
    expect(bodies.slice(0, all.length)).toEqual(all);
    expect(bodies.slice(all.length)).toEqual(all.map((result) => ({ ok: true, result })));
    expect(all[0]?.message).toEqual({
      message_id: expect.stringMatching(/^[0-9a-f]{20}$/),
      date: start,
      from: { id: chat, display_name: "Người mẫu", is_bot: false },
      chat: { id: chat, chat_type: "PRIVATE" },
      text: "a",
    });
    expect(chat).toMatch(/^[0-9a-f]{20}$/);
    expect(new Set(Array.from({ length: 20_000 }, (_, i) => chatId(i))).size).toBe(20_000);
    await bot.deliver(u.text(chat, "a"), { secret: null });
    await bot.deliver(u.text(chat, "a"), { secret: "wrong", raw: Buffer.from("{") });
    expect(await bot.probe()).toBe(200);
    expect(got.map((g) => [g.headers["x-bot-api-secret-token"], g.raw.length > 1])).toEqual([
      [undefined, true],
      ["wrong", false],
      [undefined, false],
    ]);
    expect(new Set(all.map((e) => e.message?.message_id)).size).toBe(all.length);
  });
});
