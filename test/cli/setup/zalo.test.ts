import { afterEach, describe, expect, test } from "vitest";
import { setUp as zaloBot } from "../../../src/channels/zalo-bot/setup.ts";
import { setUp as zaloOa } from "../../../src/channels/zalo-oa/setup.ts";
import { type FakeZaloBot, startFakeZaloBot } from "../../fakes/zalo-bot/server.ts";
import { type FakeZaloOa, startFakeZaloOa } from "../../fakes/zalo-oa/server.ts";
import { mondayClock, type RunningHouse, startHouse } from "../../house/house.ts";
import { someone } from "./someone.ts";

const URL_OF_COMMUNE = "https://hoc.example.invalid";
const CODE = "Ab-3_dEfGhIjKlMnOpQrStUvWxYz01234567";
const closing: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const what of closing.splice(0).reverse()) await what.close();
});

const opened = async (env: Readonly<Record<string, string>>): Promise<RunningHouse> => {
  const running = await startHouse({ PUBLIC_URL: URL_OF_COMMUNE, ...env });
  closing.push(running);
  return running;
};

describe("setting Zalo OA up, from an empty folder to a consent", () => {
  const start = async () => {
    const fake: FakeZaloOa = await startFakeZaloOa({
      callback: `${URL_OF_COMMUNE}/zalo-oa/dong-y`,
      clock: mondayClock().now,
    });
    closing.push(fake);
    const roots = { ZALO_OA_API_ROOT: fake.url, ZALO_OA_OAUTH_ROOT: fake.url };
    // The server as it runs after the restart in the middle.
    const running = await opened({
      ...roots,
      ZALO_OA_VERIFY: CODE,
      ZALO_OA_APP_ID: fake.appId,
      ZALO_OA_APP_SECRET: fake.appSecret,
      ZALO_OA_OA_ID: fake.oaId,
    });
    return { fake, roots, running };
  };

  test("each thing is asked in Zalo's order and tried at once; the owner's consent is seen", async () => {
    const { fake, roots, running } = await start();
    let screen = (): string => "";
    const consents = async (): Promise<string> => {
      const link = new RegExp(`${fake.url}/v4/oa/permission\\S+`).exec(screen())?.[0] ?? "";
      const back = new URL((await fetch(link, { redirect: "manual" })).headers.get("location") ?? "");
      expect((await fetch(`${running.url}${back.pathname}${back.search}`)).status).toBe(200);
      return "";
    };
    const o = someone(
      [
        [/Địa chỉ công khai/, URL_OF_COMMUNE],
        [/Dán thẻ meta/, `<meta name="zalo-platform-site-verification" content="${CODE}" />`],
        [
          /zalo_verifier.*Enter/s,
          async () => {
            for (const folder of ["", "/zalo-oa", "/webhooks/zalo-oa/default"]) {
              const file = await fetch(`${running.url}${folder}/zalo_verifier${CODE}.html`);
              expect(file.status).toBe(200);
              expect(await file.text()).toContain(`content="${CODE}"`);
            }
            expect(await (await fetch(running.url)).text()).toContain(
              `<meta name="zalo-platform-site-verification" content="${CODE}"/>`,
            );
            expect((await fetch(`${running.url}/zalo_verifier${CODE}x.html`)).status).toBe(404);
            return "";
          },
        ],
        [/ID ứng dụng/, "mot hai ba"],
        [/ID ứng dụng/, fake.appId],
        [/Khóa bí mật của ứng dụng/, "wrong-secret"],
        [/Khóa bí mật của ứng dụng/, fake.appSecret],
        [/ID của OA/, fake.oaId],
        [/Khóa bí mật OA/, fake.oaSecret],
        [/Khởi động lại máy chủ/, ""],
        [/user_send/, ""],
        // Too early: the first look finds nothing, and says what it may be.
        [/Đã nối lại/, ""],
        [/Đã nối lại/, consents],
        [/xin chào/, "c"],
      ],
      roots,
      async () => running.house,
    );
    screen = o.screen;
    expect(await zaloOa(o.session, o.parts)).toBe(true);
    expect(o.left()).toBe(0);
    expect(o.screen()).toMatch(/không nhận cặp ID và khóa này/);
    expect(o.screen()).toMatch(/-14003: Callback URL sai một chữ/);
    expect(o.screen()).toMatch(/OA “OA mẫu”/);
    expect(o.written()).toContain(`ZALO_OA_VERIFY=${CODE}`);
    expect(o.written()).toContain(`ZALO_OA_SECRET_KEY=${fake.oaSecret}`);
    expect(o.mode()).toBe(0o600);
    for (const secret of [fake.appSecret, fake.oaSecret]) expect(o.screen()).not.toContain(secret);
    // A consent, and not one renewal: nothing of what was there was spent.
    expect(fake.of("/v4/oa/access_token")).toHaveLength(3);
  });

  test("run again where all stands, it spends nothing and asks for no second consent", async () => {
    const { fake, roots, running } = await start();
    const pair = fake.grant();
    await running.house.channelParts.tokens.adopt("default-zalo-oa", {
      access: pair.access_token,
      refresh: pair.refresh_token,
      accessUntil: running.clock.now() + 80_000_000,
      refreshUntil: running.clock.now() + 80 * 86_400_000,
    });
    const o = someone(
      [
        [/Địa chỉ công khai.*Enter/, ""],
        [/Dán thẻ meta/, ""],
        [/ID ứng dụng.*Enter/, ""],
        [/Khóa bí mật của ứng dụng.*Enter/, ""],
        [/ID của OA/, ""],
        [/Khóa bí mật OA/, ""],
        [/Khởi động lại máy chủ/, ""],
        [/user_send/, ""],
        [/xin chào/, "k"],
      ],
      { ...roots, PUBLIC_URL: URL_OF_COMMUNE, ZALO_OA_APP_ID: fake.appId, ZALO_OA_APP_SECRET: fake.appSecret },
      async () => running.house,
    );
    expect(await zaloOa(o.session, o.parts)).toBe(false);
    expect(o.screen()).toMatch(/đã được nối/);
    expect(o.screen()).toMatch(/Chưa có lời chào/);
    expect((await running.house.channelParts.tokens.read("default-zalo-oa"))?.refresh).toBe(pair.refresh_token);
  });
});

describe("setting a Zalo Bot up", () => {
  const bot = async (): Promise<FakeZaloBot> => {
    const fake = await startFakeZaloBot({ clock: mondayClock().now });
    closing.push(fake);
    return fake;
  };

  test("the token is tried, the webhook is registered once the server runs, Zalo gets through", async () => {
    const fake = await bot();
    let written = (): string => "";
    const restart = async (): Promise<string> => {
      const secret = /ZALO_BOT_WEBHOOK_SECRET=(\w+)/.exec(written())?.[1] ?? "";
      const running = await opened({
        ZALO_BOT_TOKEN: fake.token,
        ZALO_BOT_WEBHOOK_SECRET: secret,
        ZALO_BOT_API_ROOT: fake.url,
      });
      fake.route(URL_OF_COMMUNE, running.url);
      return "";
    };
    const o = someone(
      [
        [/Dán token/, "1:nobody's"],
        [/Dán token/, fake.token],
        [/Địa chỉ công khai/, URL_OF_COMMUNE],
        [/Khởi động lại/, restart],
        [/xin chào/, "có"],
      ],
      { ZALO_BOT_API_ROOT: fake.url },
    );
    written = o.written;
    expect(await zaloBot(o.session, o.parts)).toBe(true);
    expect(o.screen()).toMatch(/Zalo gọi tới được/);
    expect(fake.hook()?.url).toBe(`${URL_OF_COMMUNE}/webhooks/zalo-bot/default`);
    expect(o.written()).toContain(`ZALO_BOT_WEBHOOK_SECRET=${fake.hook()?.secret}`);
  });

  test("a server that is not there is said in Zalo's words and ours", async () => {
    const fake = await bot();
    const o = someone(
      [
        [/Dán token/, fake.token],
        [/Địa chỉ công khai/, URL_OF_COMMUNE],
        [/Khởi động lại/, ""],
        [/xin chào/, "k"],
      ],
      { ZALO_BOT_API_ROOT: fake.url },
    );
    expect(await zaloBot(o.session, o.parts)).toBe(false);
    expect(o.screen()).toMatch(/Zalo thử gọi nhưng không tới/);
    expect(o.screen()).toMatch(/channels probe zalo-bot/);
  });
});
