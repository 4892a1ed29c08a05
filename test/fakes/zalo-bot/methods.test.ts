import { describe, expect, it } from "vitest";
import { botOf, chat, HOUR, hooked, png, postJson, receiver, start } from "../zalo-oa/bench.ts";
import { chatId } from "./updates.ts";

describe("Zalo Bot: methods", () => {
  it("answers who it is, and refuses wrong tokens and unknown methods", async () => {
    const { bot, ask } = await botOf();
    expect(await ask("getMe")).toEqual({
      ok: true,
      result: { id: "6600000000000000001", account_name: "bot.fake", account_type: "BASIC", can_join_groups: false },
    });
    expect(await ask("getChat")).toMatchObject({ ok: false, error_code: 404 });
    expect(await ask("getme")).toMatchObject({ error_code: 404 });
    expect(await (await postJson(`${bot.url}/botother/getMe`, {})).json()).toMatchObject({ error_code: 401 });
    bot.resetToken("1:new");
    expect(await ask("getMe")).toMatchObject({ error_code: 401 });
    const odd = await botOf({ numericId: true, errors: "camel", errorStatus: "code" });
    expect(await (await postJson(`${odd.bot.url}/bot${odd.bot.token}/getMe`, {})).text()).toContain(
      '"id":6600000000000000001,',
    );
    const refused = await postJson(`${odd.bot.url}/bot${odd.bot.token}/getChat`, {});
    expect([refused.status, await refused.json()]).toEqual([
      404,
      { ok: false, errorCode: 404, description: "Not found" },
    ]);
  });

  it("sends 1 to 2,000 characters to chats that wrote first, however the fields come", async () => {
    const { bot, ask } = await botOf();
    expect(await ask("sendMessage", { chat_id: chat, text: "a" })).toMatchObject({ error_code: 404 });
    bot.meet(chat);
    expect(await ask("sendMessage", { chat_id: chat, text: "ạ".repeat(2000) })).toEqual({
      ok: true,
      result: { message_id: bot.sent[0]?.messageId, date: start },
    });
    for (const text of ["", "a".repeat(2001), "a\ud83d", 5])
      expect(await ask("sendMessage", { chat_id: chat, text })).toMatchObject({ error_code: 400 });
    expect(await ask("sendMessage", { chat_id: chat, text: "a", parse_mode: "HTML" })).toMatchObject({
      error_code: 400,
    });
    expect(
      await ask("sendMessage", { chat_id: chat, text: "ab", text_styles: [{ start: 0, len: 2, st: ["b"] }] }),
    ).toMatchObject({ ok: true });
    expect(
      await ask("sendMessage", { chat_id: chat, text: "ab", text_styles: [{ start: 1, len: 2, st: ["b"] }] }),
    ).toMatchObject({ error_code: 400 });
    const root = `${bot.url}/bot${bot.token}/sendMessage`;
    const fields = new URLSearchParams({ chat_id: chat, text: "Chào" });
    const form = new FormData();
    for (const [k, v] of fields) form.set(k, v);
    for (const res of [
      await fetch(`${root}?${fields}`),
      await fetch(root, { method: "POST", body: fields }),
      await fetch(root, { method: "POST", body: form }),
    ]) {
      expect(await res.json()).toMatchObject({ ok: true });
    }
    expect(bot.sent.slice(-3).map((s) => s.payload.text)).toEqual(["Chào", "Chào", "Chào"]);
    expect(await ask("sendChatAction", { chat_id: chat, action: "typing" })).toEqual({ ok: true });
    expect(await ask("sendChatAction", { chat_id: chat, action: "upload_photo" })).toMatchObject({ error_code: 400 });
  });

  it("fetches a picture from its address and keeps what it got", async () => {
    const { bot, ask } = await botOf();
    bot.meet(chat);
    const pictures = await receiver((n) => (n === 1 ? 200 : 410), png);
    pictures.keep();
    bot.route("https://xa-mau.example", pictures.url);
    const photo = "https://xa-mau.example/p/a.png?sig=1";
    expect(await ask("sendPhoto", { chat_id: chat, photo, caption: "Hình" })).toMatchObject({ ok: true });
    expect(bot.sent[0]?.photo).toMatchObject({ url: photo, status: 200, contentType: "image/png" });
    expect(bot.sent[0]?.photo?.bytes.equals(png)).toBe(true);
    expect(await ask("sendPhoto", { chat_id: chat, photo })).toMatchObject({ error_code: 400 });
    expect(await ask("sendPhoto", { chat_id: chat, photo: "https://elsewhere.example/a.png" })).toMatchObject({
      error_code: 400,
    });
    expect(await ask("sendPhoto", { chat_id: chat, photo: pictures.url, caption: "a".repeat(2001) })).toMatchObject({
      error_code: 400,
    });
    expect(bot.sent).toHaveLength(1);
  });

  it("gives one update a call, each once, and 408 when idle", async () => {
    const { bot, ask } = await botOf();
    const updates = [bot.updates.text(chat, "một"), bot.updates.text(chat, "hai")];
    bot.queue(...updates);
    expect(await ask("getUpdates", { timeout: "30" })).toEqual({ ok: true, result: updates[0] });
    expect(bot.waiting()).toEqual([updates[1]]);
    expect(await ask("getUpdates")).toEqual({ ok: true, result: updates[1] });
    expect(await ask("getUpdates")).toMatchObject({ ok: false, error_code: 408 });
    bot.setHook("http://127.0.0.1:1/hook");
    expect(await ask("getUpdates")).toMatchObject({ ok: false, error_code: 400 });
    const held = await botOf({ idle: () => new Promise(() => {}) });
    const answer = held.ask("getUpdates");
    await held.bot.call("getUpdates");
    held.bot.queue(...updates);
    expect(await answer).toEqual({ ok: true, result: updates[0] });
  });

  it("sets, tests, shows and deletes the webhook", async () => {
    const { bot, ask, clock } = await botOf({ tests: 1 });
    const { got, url, keep } = await receiver((n) => (n === 1 ? 403 : 200));
    keep();
    bot.route("https://xa-mau.example", url);
    const hook = "https://xa-mau.example/zalo-bot";
    for (const bad of [
      { url: hook, secret_token: "short" },
      { url: "http://xa-mau.example", secret_token: "12345678" },
      { url: "https://127.0.0.1/a", secret_token: "12345678" },
    ]) {
      expect(await ask("setWebhook", bad)).toMatchObject({ error_code: 400 });
    }
    const set = await ask("setWebhook", { url: hook, secret_token: "12345678" });
    expect(set.result).toMatchObject({
      url: hook,
      updated_at: start,
      verification: { ok: false, status_code: 403, outcome: "webhook.http.403" },
    });
    expect(await ask("getWebhookInfo")).toEqual({ ok: true, result: { url: hook, updated_at: start } });
    expect(await ask("testWebhook")).toMatchObject({
      ok: true,
      result: { ok: true, outcome: "webhook.ok", url: hook },
    });
    expect(await ask("testWebhook")).toMatchObject({ ok: false, errorCode: 426 });
    clock.now += 24 * HOUR;
    expect(await ask("testWebhook")).toMatchObject({ ok: true });
    expect(got.map((g) => [g.raw.length, g.headers["content-type"]])).toEqual([
      [0, undefined],
      [0, undefined],
      [0, undefined],
    ]);
    expect(await bot.deliver(bot.updates.text(chat, "a"))).toBe(200);
    expect(got[3]?.headers["x-bot-api-secret-token"]).toBe("12345678");
    expect(await ask("deleteWebhook")).toEqual({ ok: true, result: { url: "", updated_at: clock.now } });
    expect(await bot.deliver(bot.updates.text(chat, "a"))).toBe("no-connection");
  });

  it("knows 50 people and 3,000 messages a month", async () => {
    const { bot, ask, clock } = await botOf();
    await hooked(bot);
    for (let i = 1; i <= 50; i++) bot.meet(chatId(i));
    expect(await bot.deliver(bot.updates.text(chatId(51), "a"))).toBe("full");
    expect(await bot.deliver(bot.updates.text(chat, "a"))).toBe(200);
    expect(bot.counts()).toEqual({ users: 50, sent: 0, received: 51 });
    const small = await botOf({ messages: 2, countInbound: true });
    small.bot.meet(chat);
    expect(await small.ask("sendMessage", { chat_id: chat, text: "a" })).toMatchObject({ ok: true });
    expect(await small.ask("sendMessage", { chat_id: chat, text: "a" })).toMatchObject({ error_code: 429 });
    small.clock.now += 31 * 24 * HOUR;
    expect(await small.ask("sendMessage", { chat_id: chat, text: "a" })).toMatchObject({ ok: true });
    expect(await ask("getMe")).toMatchObject({ ok: true });
    expect(clock.now).toBe(start);
  });
});
