import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Connection } from "../../../src/channels/channel.ts";
import { cure, probe } from "../../../src/channels/zalo-bot/probe.ts";
import { setWebhook } from "../../../src/channels/zalo-bot/webhook.ts";
import { type BotOptions, startFakeZaloBot } from "../../fakes/zalo-bot/server.ts";
import { probed } from "../probed.ts";
import { connectionTo, SECRET } from "./kit.ts";

const url = "https://xa-mau.example/webhooks/zalo-bot/default";
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A fake, and a house of ours that answers it with a status. */
const set = async (options: BotOptions = {}, status = 200) => {
  const fake = await startFakeZaloBot(options);
  const house = createServer((_request, response) => response.writeHead(status).end());
  await new Promise<void>((go) => house.listen(0, "127.0.0.1", go));
  ends.push(fake.close, () => new Promise((done) => house.close(done)));
  fake.route("https://xa-mau.example", `http://127.0.0.1:${(house.address() as AddressInfo).port}`);
  return { fake, connection: connectionTo(fake.url, fake.token) };
};

describe("registering", () => {
  test("gives the address and the secret", async () => {
    const { fake, connection } = await set();
    expect(await setWebhook(connection, url)).toEqual({ ok: true, value: { problem: null } });
    expect(fake.of("setWebhook")[0]?.payload).toEqual({ url, secret_token: SECRET });
  });

  test("says what is in the way when Zalo does not reach us", async () => {
    const { connection } = await set({}, 403);
    expect(await setWebhook(connection, url)).toMatchObject({
      ok: true,
      value: { problem: { vi: expect.stringContaining("Browser Integrity Check") } },
    });
  });

  test("an http address or a secret Zalo would refuse is a setting to correct, and nothing is called", async () => {
    const { fake, connection } = await set();
    const results = [
      await setWebhook(connection, url.replace("https", "http")),
      await setWebhook({ ...connection, settings: { ...connection.settings, secret: "short" } }, url),
      await setWebhook({ ...connection, settings: {} }, url),
    ];
    for (const result of results) expect(result).toMatchObject({ ok: false, fault: { code: "CONFIG_INVALID" } });
    expect(fake.calls).toEqual([]);
  });

  test("over the day's cap the address of the first time still stands", async () => {
    const { connection } = await set({ sets: 1 });
    await setWebhook(connection, url);
    expect(await setWebhook(connection, url)).toEqual({ ok: true, value: { problem: null } });
    expect(await setWebhook(connection, `${url}-2`)).toMatchObject({
      ok: false,
      fault: { cause: expect.stringContaining("426") },
    });
  });

  test("a wrong token is told as such", async () => {
    const { fake } = await set();
    expect(await setWebhook(connectionTo(fake.url, "1:wrong"), url)).toMatchObject({
      ok: false,
      fault: { code: "SEND_UNAUTHORISED" },
    });
  });
});

describe("the probe", () => {
  const deps = {
    now: () => 1_790_000_000_000,
    address: url as string | null,
    used: () => ({ people: 7, messages: 120 }),
  };

  test("all is well, in Vietnamese, and the bot's number keeps its digits", async () => {
    const { connection } = await set({ numericId: true });
    await setWebhook(connection, url);
    const found = await probed(probe(deps, connection));
    expect(found).toMatchObject({
      stands: true,
      found: { webhook: url, problem: null, bot: { id: "6600000000000000001", name: "bot.fake", type: "BASIC" } },
    });
    expect(found.lines.map((l) => l.vi).join("\n")).toContain(
      "đã có 7 trên 50 người; tháng này đã gửi 120 trên 3000 tin.",
    );
    expect(found.lines.map((l) => l.vi).join("\n")).toContain("Zalo thử gọi: tới nơi");
  });

  test("no webhook, another webhook, a webhook Zalo does not reach", async () => {
    const { fake, connection } = await set({}, 404);
    expect((await probed(probe(deps, connection))).lines.map((l) => l.vi).join("\n")).toContain("chưa đăng ký webhook");
    fake.setHook("https://xa-mau.example/cu");
    const other = await probed(probe(deps, connection));
    expect(other.stands).toBe(false);
    expect(other.lines.map((l) => l.vi).join("\n")).toMatch(
      /không phải https:\/\/xa-mau\.example\/webhooks.*Khởi động lại/,
    );
    expect(other.found.problem?.vi).toContain("PUBLIC_URL");
    expect((await probed(probe({ ...deps, address: null }, connection))).stands).toBe(false);
  });

  test("tries that are used up do not count against it", async () => {
    const { connection } = await set({ tests: 0 });
    await setWebhook(connection, url);
    const found = await probed(probe(deps, connection));
    expect(found.stands).toBe(true);
    expect(found.lines.map((l) => l.vi).join("\n")).toContain("Nhắn một tin cho bot để thử");
  });

  test("a wrong token, no network, no token: what to do", async () => {
    const { fake } = await set();
    const cured = async (connection: Connection) => {
      const found = await probe(deps, connection);
      return found.ok
        ? ""
        : cure(found.fault)
            .map((c) => c.vi)
            .join();
    };
    expect(await cured(connectionTo(fake.url, "1:wrong"))).toContain("chép lại token");
    expect(await cured(connectionTo("http://127.0.0.1:1"))).toContain("ra được mạng");
    expect(await cured({ ...connectionTo(""), settings: {} })).toContain("Đặt ZALO_BOT_TOKEN");
  });
});
