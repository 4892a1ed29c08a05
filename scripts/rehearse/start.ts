import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { loadTaught } from "../../src/app/content.ts";
import { serve } from "../../src/app/serve.ts";
import { startTelegram } from "../../src/app/telegram.ts";
import { startZaloBot } from "../../src/app/zalo-bot.ts";
import { openHouse } from "../../src/app.ts";
import { parseConfig } from "../../src/config.ts";
import { systemClock } from "../../src/delivery/clock.ts";
import { ensureFirstAdmin } from "../../src/desk/first-admin.ts";
import { root } from "../files.ts";
import { phonePage } from "./page.ts";
import type { Phone } from "./phone.ts";
import { telegramPhone } from "./telegram.ts";
import { zaloBotPhone } from "./zalo-bot.ts";
import { zaloOaPhone } from "./zalo-oa.ts";

export type Rehearsal = {
  readonly phones: readonly Phone[];
  /** The page with the phones, the server itself, and the way into its desk. */
  readonly page: string;
  readonly server: string;
  readonly desk: string | null;
  readonly close: () => Promise<void>;
};

/**
 * The whole server in a folder of its own, with three made-up channels instead of the real ones and a phone for each.
 * Nothing leaves this machine; closing it deletes what was learnt. Ports 0: any that are free.
 */
export const startRehearsal = async (ports: { readonly server: number; readonly page: number }): Promise<Rehearsal> => {
  const { now } = systemClock;
  const { phone: telegram, fake: bot } = await telegramPhone(now);
  const { phone: zaloOa, fake: oa } = await zaloOaPhone(now, `${PUBLIC}/zalo-oa/dong-y`);
  const { phone: zaloBot, fake: zalo } = await zaloBotPhone(now);
  const phones = [zaloOa, zaloBot, telegram];
  const pair = oa.grant();
  const taught = loadTaught(root);
  if (!taught.ok) throw new Error(taught.fault.cause);
  const dataDir = mkdtempSync(join(tmpdir(), "rehearsal-"));
  const config = parseConfig(
    {
      DATA_DIR: dataDir,
      PUBLIC_URL: PUBLIC,
      TELEGRAM_API_ROOT: bot.root,
      TELEGRAM_BOT_TOKEN: bot.token,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      ZALO_OA_APP_ID: oa.appId,
      ZALO_OA_APP_SECRET: oa.appSecret,
      ZALO_OA_SECRET_KEY: oa.oaSecret,
      ZALO_OA_OA_ID: oa.oaId,
      ZALO_OA_ACCESS_TOKEN: pair.access_token,
      ZALO_OA_REFRESH_TOKEN: pair.refresh_token,
      ZALO_OA_API_ROOT: oa.url,
      ZALO_OA_OAUTH_ROOT: oa.url,
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_BOT_WEBHOOK_SECRET: SECRET,
      ZALO_BOT_API_ROOT: zalo.url,
    },
    taught.value.communes.map((c) => c.code),
  );
  if (!config.ok) throw new Error(config.problems.join("\n"));
  const opened = await openHouse(config.config, taught.value, pino({ level: "silent" }));
  if (!opened.ok) throw new Error(opened.fault.cause);
  const house = opened.value;
  const app = await serve(house, join(root, "dist/public"));
  await app.listen({ port: ports.server, host: "127.0.0.1" });
  // Fastify listens on TCP, so the address is an AddressInfo.
  const server = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  zalo.route(PUBLIC, server);
  await house.run();
  const stop = new AbortController();
  await startTelegram(house, stop.signal);
  await startZaloBot(house, stop.signal);
  // The public address exists nowhere; behind it stands this machine.
  bot.setHook(`${server}/webhooks/telegram/default`, SECRET);
  oa.setHook(`${server}/webhooks/zalo-oa/default`);
  const { link } = await ensureFirstAdmin({
    store: house.desk,
    id: house.id,
    clock: house.now,
    secret: house.secret,
    publicUrl: server,
  });
  const page = await phonePage(phones, { server, desk: link, port: ports.page });
  return {
    phones,
    page: page.url,
    server,
    desk: link,
    close: async () => {
      stop.abort();
      await page.close();
      await app.close();
      await house.close();
      for (const phone of phones) await phone.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

const PUBLIC = "https://dien-tap.invalid";
const SECRET = "only-for-the-rehearsal";
