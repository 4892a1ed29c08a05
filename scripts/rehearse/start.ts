import { existsSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { loadTaught } from "../../src/app/content.ts";
import { listenOnChannels } from "../../src/app/listen.ts";
import { serve } from "../../src/app/serve.ts";
import { openHouse } from "../../src/app.ts";
import { allChannels } from "../../src/channels/all.ts";
import { parseConfig } from "../../src/config.ts";
import { systemClock } from "../../src/delivery/clock.ts";
import { ensureFirstAdmin } from "../../src/desk/first-admin.ts";
import { root } from "../files.ts";
import { phonePage } from "./page.ts";
import type { MakePhone, Phone } from "./phone.ts";

export type Rehearsal = {
  readonly phones: readonly Phone[];
  /** The page with the phones, the server itself, and the way into its desk. */
  readonly page: string;
  readonly server: string;
  readonly desk: string | null;
  readonly close: () => Promise<void>;
};

/**
 * The whole server in a folder of its own, with made-up channels instead of the real ones and a phone for each that has a file here.
 * Nothing leaves this machine; closing it deletes what was learnt. Ports 0: any that are free.
 */
export const startRehearsal = async (ports: { readonly server: number; readonly page: number }): Promise<Rehearsal> => {
  const { now } = systemClock;
  const made = await Promise.all(rehearsed.map(async (name) => (await phoneOf(name))({ now, publicUrl: PUBLIC })));
  const phones = made.map(({ phone }) => phone);
  const taught = loadTaught(root);
  if (!taught.ok) throw new Error(taught.fault.cause);
  const dataDir = mkdtempSync(join(tmpdir(), "rehearsal-"));
  const config = parseConfig(
    {
      DATA_DIR: dataDir,
      PUBLIC_URL: PUBLIC,
      ...Object.assign({}, ...made.map(({ env }) => env)),
    },
    taught.value.communes.map((c) => c.code),
  );
  if (!config.ok) throw new Error(config.problems.map((p) => p.en).join("\n"));
  const opened = await openHouse(config.config, taught.value, pino({ level: "silent" }));
  if (!opened.ok) throw new Error(opened.fault.cause);
  const house = opened.value;
  const app = await serve(house, join(root, "dist/public"));
  await app.listen({ port: ports.server, host: "127.0.0.1" });
  // Fastify listens on TCP, so the address is an AddressInfo.
  const server = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  await house.run();
  const stop = new AbortController();
  await listenOnChannels(house, stop.signal);
  // The public address exists nowhere; behind it stands this machine.
  for (const { reached } of made) reached(server);
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

/** The channels with a phone in this folder; the web page needs none. */
const rehearsed = allChannels
  .map(({ name }) => name)
  .filter((name) => existsSync(join(import.meta.dirname, `${name}.ts`)));

const phoneOf = async (name: string): Promise<MakePhone> => {
  const { phone } = (await import(`./${name}.ts`)) as { readonly phone: MakePhone }; // as phone.ts asks of these files
  return phone;
};
