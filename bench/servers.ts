import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, startChild } from "./child.ts";
import type { Target } from "./load/phone.ts";
import type { Place } from "./place.ts";
import type { Usage } from "./side-channel.ts";

/** A measured server, up and ready. */
export type Server = {
  readonly child: Child;
  readonly target: Target;
  readonly usage: () => Promise<Usage>;
  readonly readyMs: number;
};

export type ServerName = keyof typeof kinds;

const secret = "bench-secret";

/** What is started, and what it wants besides the settings common to all. `file` is under the place. */
const kinds = {
  ours: {
    file: "dist/main.js",
    webhook: "/webhooks/telegram/default",
    // As in `npm start`.
    flags: ["--max-semi-space-size=8"],
    env: { TELEGRAM_MODE: "webhook", HOST: "127.0.0.1", PUBLIC_URL: "https://bench.invalid" },
  },
  grammy: { file: "bench/grammy.js", webhook: "/webhook", flags: [], env: {} },
  telegraf: { file: "bench/telegraf.js", webhook: "/webhook", flags: [], env: {} },
} as const;

/** What people read in the table. */
export const titles: Readonly<Record<ServerName, string>> = {
  ours: "this server",
  grammy: "grammY + conversations",
  telegraf: "Telegraf wizard scenes",
};

export type Start = {
  readonly name: ServerName;
  readonly place: Place;
  readonly apiPort: number;
  readonly data: string;
  readonly peersFull: boolean;
};

/** Starts a server on a free port of the loopback and waits for `/readyz`. */
export const startServer = async ({ name, place, apiPort, data, peersFull }: Start): Promise<Server> => {
  const { file, webhook, env, flags } = kinds[name];
  const port = await freePort();
  const settings = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "production",
    TZ: "UTC",
    PORT: String(port),
    DATA_DIR: place.folder(data),
    TELEGRAM_BOT_TOKEN: "1:bench",
    TELEGRAM_WEBHOOK_SECRET: secret,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${apiPort}`,
    ...(peersFull && { PEER_SYNCHRONOUS: "FULL" }),
    ...env,
  };
  const began = performance.now();
  const child = startChild(
    name,
    [...flags, "--import", place.file("bench/side-channel.js"), place.file(file)],
    settings,
    place.place,
    place.file(`${name}.log`),
  );
  const origin = `http://127.0.0.1:${port}`;
  await Promise.race([ready(`${origin}/readyz`), child.died]);
  const readyMs = performance.now() - began;
  return {
    child,
    target: { name, url: origin + webhook, secret },
    readyMs,
    usage: () => child.ask<Usage>({ do: "usage" }),
  };
};

const ready = async (url: string): Promise<void> => {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await sleep(10);
  }
  throw new Error(`${url} was not ready within 30 s`);
};

const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo; // a TCP server, so never a path
  await new Promise((resolve) => probe.close(resolve));
  return port;
};
