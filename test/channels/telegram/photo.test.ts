import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { messageOf, step } from "../message-of.ts";
import { connectionTo, PNG, stage } from "./kit.ts";

let s: Awaited<ReturnType<typeof stage>>;
beforeEach(async () => {
  s = await stage();
});
afterEach(() => s.fake.close());

const photos = () => s.fake.sent.filter((c) => c.method === "sendPhoto").map((c) => c.payload.photo);
const send = (message = step, chat = "5") => s.channel.send(message, chat, s.connection);

describe("step cards", () => {
  test("uploaded with caption and buttons, then reused by file id, drawn once", async () => {
    expect(await send()).toMatchObject({ outcome: "sent" });
    const [first] = s.fake.sent;
    expect(Object.values(first?.files ?? {})[0]?.bytes).toEqual(PNG);
    expect(first?.payload).toMatchObject({
      chat_id: "5",
      parse_mode: "HTML",
      caption: expect.stringContaining("Bước 3/7"),
      reply_markup: { inline_keyboard: expect.any(Array) },
    });
    await send(step, "6");
    expect(photos()).toEqual([expect.stringMatching(/^attach:/), "file1"]);
    expect(s.drawn).toEqual(["c0ffee.vi"]);
  });

  test("thirty at once wait for one upload", async () => {
    await Promise.all(Array.from({ length: 30 }, (_, i) => send(step, String(100 + i))));
    expect(photos().filter((p) => p === "file1")).toHaveLength(29);
    expect(s.drawn).toHaveLength(1);
  });

  test("if that upload fails, the next one uploads and the rest wait for it", async () => {
    s.fake.fault({ kind: "error", status: 500 }, { method: "sendPhoto" });
    const sent = await Promise.all(Array.from({ length: 5 }, (_, i) => send(step, String(100 + i))));
    expect(sent.map((x) => x.outcome).sort()).toEqual(["retry", "sent", "sent", "sent", "sent"]);
    expect(s.drawn).toHaveLength(2);
  });

  test("each language has its own picture, and each bot its own file ids", async () => {
    await send();
    await send({ ...step, language: "en" });
    await s.channel.send(step, "5", connectionTo(s.fake.root, s.fake.token, "second-bot"));
    expect([...s.files.keys()]).toEqual([
      "default-telegram c0ffee.vi",
      "default-telegram c0ffee.en",
      "second-bot c0ffee.vi",
    ]);
  });

  test("a forgotten file id is uploaded anew, once", async () => {
    await send();
    s.fake.forgetFiles();
    expect(await send(step, "6")).toMatchObject({ outcome: "sent" });
    expect(s.files.get("default-telegram c0ffee.vi")).toBe("file2");
    await send(step, "7");
    expect(photos()).toEqual([expect.stringMatching(/^attach:/), expect.stringMatching(/^attach:/), "file2"]);
  });

  test("a picture that cannot be drawn, or that Telegram will not have, leaves the words", async () => {
    s.fake.fault(
      { kind: "error", status: 400, description: "Bad Request: PHOTO_INVALID_DIMENSIONS" },
      { method: "sendPhoto" },
    );
    expect(await send()).toMatchObject({ outcome: "sent" });
    expect(s.fake.sent.map((c) => c.method)).toEqual(["sendMessage"]);
    const broken = await stage({ picture: () => Promise.reject(new Error("no such card")) });
    expect(await broken.channel.send(step, "5", broken.connection)).toMatchObject({ outcome: "sent" });
    expect(broken.fake.sent.map((c) => [c.method, c.payload.text])).toEqual([
      ["sendMessage", expect.stringContaining("Bước 3/7")],
    ]);
    await broken.fake.close();
  });

  test("429, 403 and 5xx of a photo are the message's", async () => {
    for (const status of [429, 403, 500]) s.fake.fault({ kind: "error", status }, { method: "sendPhoto" });
    expect([await send(), await send(), await send()].map((x) => x.outcome)).toEqual(["retry", "blocked", "retry"]);
    expect(s.fake.sent).toEqual([]);
  });
});

test("a certificate is drawn by its code", async () => {
  await send(messageOf({ blocks: [{ kind: "certificate", code: "AB12", alt: "Giấy ghi nhận" }] }));
  expect(s.drawn).toEqual(["AB12"]);
  expect(s.fake.sent[0]?.payload.caption).toBe("Giấy ghi nhận");
  expect([...s.files.keys()]).toEqual(["default-telegram certificate.AB12.vi"]);
});
