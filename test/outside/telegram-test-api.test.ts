import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import type { Inbound } from "../../src/channels/inbound.ts";
import type { Message } from "../../src/channels/message.ts";
import { telegram } from "../../src/channels/telegram/open.ts";
import { messageOf, reserved } from "../channels/message-of.ts";
import { connectionTo, PNG } from "../channels/telegram/kit.ts";
import { type OutsideOptions, withOutsideClient } from "./telegram-client.ts";

const token = "42:outside";
const secret = "s3cret_of-tests";

/** What our smallest app answers: a menu, a picture, or what it heard. */
const answerTo = ({ content }: Inbound, token: string): Message => {
  const choices = [
    { key: "lesson", n: 1, label: "Học bài" },
    { key: "card", n: 2, label: "Xem hình" },
  ];
  const say = (text: string) => messageOf({ token, blocks: [{ kind: "text", text }], choices, reserved });
  if (content.kind === "open") return say(`Chào **bác** (${content.code ?? "không mã"})`);
  if (content.kind === "text") return say(`Nghe: ${content.text}`);
  if (content.kind !== "press") return say(content.kind);
  if (content.key === "card")
    return messageOf({
      token,
      blocks: [
        { kind: "picture", card: "c1", alt: "Hình" },
        { kind: "text", text: "Đây là hình" },
      ],
      choices,
    });
  return say(`Bấm: ${content.token}/${content.key}`);
};

const app =
  (heard: Inbound[]): OutsideOptions["app"] =>
  async (apiRoot) => {
    const connection = connectionTo(apiRoot, token);
    const files = new Map<string, string>();
    const channel = telegram({
      picture: async () => PNG,
      certificate: async () => PNG,
      uploads: { get: (_, key) => files.get(key) ?? null, save: (_, key, id) => void files.set(key, id) },
      steady: performance.now.bind(performance),
    });
    const server = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer); // no encoding set
      const received = channel.receive(Buffer.concat(chunks), req.headers, connection, Date.now());
      if (!received.ok) return res.writeHead(401).end();
      res.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(received.value.acknowledge ?? {}));
      for (const inbound of received.value.inbounds) {
        heard.push(inbound);
        await channel.send(answerTo(inbound, `s${heard.length}`), inbound.chat, connection);
      }
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo; // TCP
    return { webhook: `http://127.0.0.1:${port}/webhooks/telegram/default`, close: () => server.close() };
  };

test("a person with somebody else's client: starts by a poster, presses, types, sees a picture", async () => {
  const heard: Inbound[] = [];
  await withOutsideClient({ token, secret, app: app(heard) }, async ({ user, statuses }) => {
    const ba = user(501);
    await ba.say("/start XOM3");
    const hello = await ba.next();
    expect(hello).toMatchObject({ text: "Chào <b>bác</b> (XOM3)", parse_mode: "HTML" });
    expect(hello.reply_markup?.inline_keyboard.flat().map((b) => b.text)).toEqual([
      "1. Học bài",
      "2. Xem hình",
      "8. Quay lại",
      "9. Gặp Tổ công nghệ số",
      "0. Menu",
    ]);
    await ba.press("1. Học bài");
    expect((await ba.next()).text).toBe("Bấm: s1/lesson");
    await ba.press("2.");
    expect((await ba.next()).text).toBe("Đây là hình");
    await ba.press("0. Menu", hello);
    expect((await ba.next()).text).toBe("Bấm: s1//0");
    await ba.say("làm sao cài vneid");
    expect((await ba.next()).text).toBe("Nghe: làm sao cài vneid");

    const ong = user(502);
    await ong.say("/start");
    expect((await ong.next()).text).toContain("không mã");
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200]);
  });
  expect(new Set(heard.map((h) => h.key)).size).toBe(heard.length);
  expect(heard.map((h) => h.chat)).toEqual(["501", "501", "501", "501", "501", "502"]);
});

test("a request with another secret never gets in", async () => {
  const heard: Inbound[] = [];
  await withOutsideClient({ token, secret: "forged", app: app(heard) }, async ({ user, statuses }) => {
    await user(501).say("/start");
    expect(statuses).toEqual([401]);
  });
  expect(heard).toEqual([]);
});
