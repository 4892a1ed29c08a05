import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { receive } from "../../../src/channels/telegram/receive.ts";
import { setWebhook } from "../../../src/channels/telegram/webhook.ts";
import { type FakeTelegram, startFakeTelegram } from "../../fakes/telegram/server.ts";
import { updates } from "../../fakes/telegram/updates.ts";
import { connectionTo, SECRET } from "./kit.ts";

let fake: FakeTelegram;
const delays: number[] = [];
beforeEach(async () => {
  delays.length = 0;
  fake = await startFakeTelegram({
    schedule: (again, ms) => {
      delays.push(ms);
      setImmediate(again);
    },
  });
});
afterEach(() => fake.close());

describe("registering", () => {
  const url = "https://hoc-so.example.org/webhooks/telegram/default";

  test("gives the secret and only the kinds we read", async () => {
    expect(await setWebhook(connectionTo(fake.root, fake.token), url)).toEqual({
      ok: true,
      value: { pending: 0, problem: null },
    });
    expect(fake.of("setWebhook")[0]?.payload).toEqual({
      url,
      secret_token: SECRET,
      allowed_updates: ["message", "callback_query", "my_chat_member"],
      max_connections: 100,
    });
  });

  test("an http address or a secret Telegram would refuse is a setting to correct, and nothing is called", async () => {
    const connection = connectionTo(fake.root, fake.token);
    const results = [
      await setWebhook(connection, url.replace("https", "http")),
      await setWebhook({ ...connection, settings: { ...connection.settings, secret: "có dấu" } }, url),
      await setWebhook({ ...connection, settings: { token: fake.token, apiRoot: fake.root } }, url),
    ];
    for (const result of results) expect(result).toMatchObject({ ok: false, fault: { code: "CONFIG_INVALID" } });
    expect(fake.calls).toEqual([]);
  });

  test("says what Telegram says", async () => {
    expect(await setWebhook(connectionTo(fake.root, "41:wrong"), url)).toMatchObject({
      ok: false,
      fault: { code: "SEND_UNAUTHORISED" },
    });
    fake.fault({ kind: "error", status: 502 }, { method: "setWebhook" });
    expect(await setWebhook(connectionTo(fake.root, fake.token), url)).toMatchObject({
      ok: false,
      fault: { code: "SEND_RETRY" },
    });
  });
});

describe("delivered by the fake as Telegram does", () => {
  /** The smallest app: verifies, reads, answers; `status` decides what each request gets instead of 200. */
  const app = async (status: (chat: string | undefined) => number = () => 200) => {
    const got: string[] = [];
    const server = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer); // no encoding set
      const result = receive(Buffer.concat(chunks), req.headers, connectionTo(fake.root, fake.token), 0);
      if (!result.ok) return res.writeHead(401).end();
      const code = status(result.value.inbounds[0]?.chat);
      if (code === 200) got.push(...result.value.inbounds.map((i) => `${i.chat}:${i.key}`));
      res.writeHead(code, { "content-type": "application/json" }).end(JSON.stringify(result.value.acknowledge ?? {}));
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo; // TCP
    return { got, url: `http://127.0.0.1:${port}/webhooks/telegram/default`, close: () => server.close() };
  };

  test("with the secret; a press is answered by the body of our answer, with no call of ours", async () => {
    const { url, got, close } = await app();
    fake.setHook(url, SECRET);
    const make = updates(900);
    expect(await fake.deliver(make.text(5, "chào"))).toEqual({ statuses: [200], dropped: false, method: null });
    await fake.deliver(make.press(5, "t1:a"));
    expect(got).toEqual(["5:900", "5:901"]);
    expect(fake.calls).toMatchObject([
      { method: "answerCallbackQuery", via: "webhook", payload: { callback_query_id: "q901" } },
    ]);
    close();
  });

  test("a refused update holds its chat and only its chat, until it is taken", async () => {
    let broken = true;
    const { url, got, close } = await app((chat) => {
      const status = broken && chat === "5" ? 503 : 200;
      if (status === 503) broken = false;
      return status;
    });
    fake.setHook(url, SECRET);
    const make = updates(900);
    const all = await Promise.all([
      fake.deliver(make.text(5, "a")),
      fake.deliver(make.text(5, "b")),
      fake.deliver(make.text(6, "c")),
    ]);
    expect(all.map((d) => d.statuses)).toEqual([[503, 200], [200], [200]]);
    expect(got.filter((g) => g.startsWith("5:"))).toEqual(["5:900", "5:901"]);
    expect(delays).toEqual([0]);
    close();
  });

  test("without the right secret it is refused until the day is over, then dropped", async () => {
    const { url, got, close } = await app();
    fake.setHook(url, "forged");
    const { statuses, dropped } = await fake.deliver(updates().text(5, "a"));
    expect(dropped).toBe(true);
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(delays.slice(0, 4)).toEqual([0, 2000, 4000, 8000]);
    expect(got).toEqual([]);
    close();
  });
});
