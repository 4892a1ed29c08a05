import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type FakeZaloBot, startFakeZaloBot } from "../fakes/zalo-bot/server.ts";
import { chatId, type Shape, shaped } from "../fakes/zalo-bot/updates.ts";

// Our fake Zalo Bot API, checked by a client nobody here wrote: what that client sends and reads, the fake takes and gives.

type Answer = {
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly code?: number };
};

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const clientOf = async (bot: FakeZaloBot) => {
  const child: ChildProcess = fork(new URL("./zalo-bot-client.child.mjs", import.meta.url), {
    execArgv: [],
    env: { ...process.env, ZALO_API_URL: bot.url },
  });
  open.push(() => child.kill());
  await once(child, "message");
  let last = 0;
  return async (call: string, ...args: readonly unknown[]): Promise<Answer> => {
    child.send({ id: ++last, call, args });
    const [answer] = await once(child, "message");
    return answer as Answer; // one call at a time; the child answers each
  };
};

const botOf = async (): Promise<FakeZaloBot> => {
  const bot = await startFakeZaloBot();
  open.push(bot.close);
  return bot;
};

const chat = chatId(1);

test("it learns who the bot is, and that a token is wrong", async () => {
  const bot = await botOf();
  const client = await clientOf(bot);
  expect((await client("getMe", bot.token)).value).toMatchObject({ ok: true, result: { account_name: "bot.fake" } });
  expect((await client("getMe", "1:other")).error).toMatchObject({ name: "ZaloApiError", code: 401 });
});

test("it sends words, a picture and a sign that somebody is typing", async () => {
  const bot = await botOf();
  const client = await clientOf(bot);
  bot.meet(chat);
  const pictures = createServer((_, res) => res.writeHead(200, { "content-type": "image/png" }).end("png"));
  pictures.listen(0, "127.0.0.1");
  await once(pictures, "listening");
  open.push(() => pictures.close());
  bot.route("https://xa-mau.example", `http://127.0.0.1:${(pictures.address() as AddressInfo).port}`); // TCP
  const text = await client("sendMessage", bot.token, { chat_id: chat, text: "Chào bác ạ" });
  expect(text.value).toMatchObject({ ok: true, result: { message_id: bot.sent[0]?.messageId } });
  const photo = { chat_id: chat, photo: "https://xa-mau.example/the.png", caption: "Hình" };
  expect((await client("sendPhoto", bot.token, photo)).value).toMatchObject({ ok: true });
  expect((await client("sendChatAction", bot.token, { chat_id: chat, action: "typing" })).value).toMatchObject({
    ok: true,
  });
  expect(bot.sent.map((s) => s.payload)).toMatchObject([{ text: "Chào bác ạ" }, { caption: "Hình" }]);
  const stranger = await client("sendMessage", bot.token, { chat_id: chatId(9), text: "Chào" });
  expect(stranger.error).toMatchObject({ name: "ZaloApiError", code: 404 });
});

test("it polls: one update a call, and 408 when nobody wrote", async () => {
  const bot = await botOf();
  const client = await clientOf(bot);
  bot.queue(bot.updates.text(chat, "một"), bot.updates.text(chat, "hai"));
  for (const text of ["một", "hai"])
    expect((await client("getUpdates", bot.token, { timeout: 1 })).value).toMatchObject({
      ok: true,
      result: { event_name: "message.text.received", message: { text } },
    });
  expect((await client("getUpdates", bot.token, { timeout: 1 })).error).toMatchObject({ code: 408 });
});

test("it sets, reads and takes away a webhook", async () => {
  const bot = await botOf();
  const client = await clientOf(bot);
  bot.route("https://xa-mau.example", "http://127.0.0.1:1");
  const hook = { url: "https://xa-mau.example/webhooks/zalo-bot/x", secret_token: "a-secret-of-tests" };
  expect((await client("setWebhook", bot.token, hook)).value).toMatchObject({ ok: true });
  expect((await client("getWebhookInfo", bot.token)).value).toMatchObject({ ok: true, result: { url: hook.url } });
  expect((await client("deleteWebhook", bot.token)).value).toMatchObject({ ok: true });
  expect(bot.hook()).toBeNull();
});

test.each<Shape>(["wrapped", "flat"])("it reads the webhooks of the fake, %s", async (shape) => {
  const bot = await botOf();
  const client = await clientOf(bot);
  const read = async (update: object) => client("read", JSON.stringify(update));
  const { text, image, sticker, unsupported, inGroup } = bot.updates;
  expect((await read(shaped(text(chat, "Xin chào"), shape))).value).toMatchObject({
    event_name: "message.text.received",
    message: { text: "Xin chào", chat: { id: chat, chat_type: "PRIVATE" }, from: { id: chat } },
  });
  expect((await read(shaped(image(chat, "photo_url", "giấy"), shape))).value).toMatchObject({
    message: { photo_url: expect.stringMatching(/^https:/), caption: "giấy" },
  });
  expect((await read(shaped(sticker(chat), shape))).value).toMatchObject({ event_name: "message.sticker.received" });
  expect((await read(shaped(unsupported(chat), shape))).value).toMatchObject({ message: { chat: { id: chat } } });
  expect((await read(shaped(inGroup(chat, chatId(2), "cả nhóm"), shape))).value).toMatchObject({
    message: { chat: { id: chatId(2), chat_type: "GROUP" } },
  });
});
