import { expect, onTestFinished, test } from "vitest";
import { messageOf } from "../message-of.ts";
import { PNG, stage } from "./kit.ts";

const pictured = (token: string) => ({
  ...messageOf({ blocks: [{ kind: "picture", card: "bai.buoc-1", alt: "hình" }] }),
  token,
});

test("a picture that takes long: the chat shows that one is coming, everybody's who waits for it, and then it comes", async () => {
  let finish = (): void => {};
  const slow = new Promise<void>((go) => {
    finish = go;
  });
  const s = await stage({ slowMs: 0, picture: () => slow.then(() => PNG) });
  onTestFinished(() => s.fake.close());
  const waiting = (chat: string) =>
    s.fake.calls.filter((c) => c.method === "sendChatAction" && String(c.payload.chat_id) === chat);
  const sent = ["101", "102"].map((chat) => s.channel.send(pictured(chat), chat, s.connection));
  while (waiting("101").length === 0 || waiting("102").length === 0) await new Promise((go) => setTimeout(go, 2));
  expect(waiting("101")[0]?.payload.action).toBe("upload_photo");
  expect(s.fake.sent).toEqual([]);
  finish();
  expect(await Promise.all(sent)).toMatchObject([{ outcome: "sent" }, { outcome: "sent" }]);
  expect(s.fake.sent.map((c) => c.method)).toEqual(["sendPhoto", "sendPhoto"]);
});

test("one that is there at once says nothing of the kind, and an action that fails keeps no picture back", async () => {
  const s = await stage({ slowMs: 60_000 });
  onTestFinished(() => s.fake.close());
  await s.channel.send(pictured("t1"), "101", s.connection);
  expect(s.fake.calls.filter((c) => c.method === "sendChatAction")).toEqual([]);

  let finish = (): void => {};
  const slow = new Promise<void>((go) => {
    finish = go;
  });
  const t = await stage({ slowMs: 0, picture: () => slow.then(() => PNG) });
  onTestFinished(() => t.fake.close());
  t.fake.fault({ kind: "error", status: 429, retryAfter: 60 }, { method: "sendChatAction" });
  const sent = t.channel.send(pictured("t2"), "101", t.connection);
  while (!t.fake.calls.some((c) => c.method === "sendChatAction")) await new Promise((go) => setTimeout(go, 2));
  finish();
  expect(await sent).toMatchObject({ outcome: "sent" });
});
