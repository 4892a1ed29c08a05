import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { freePort, newDataDir, type Process, run } from "../process/process.ts";

// A turn that never ends, in the built server as its own process. Needs the build.

const commune = "phu-binh-thai-nguyen";
const hook = pathToFileURL(join(import.meta.dirname, "slow-pattern.hook.mjs")).href;
const poison = "treo may mai";

let running: Process | null = null;
const folders: string[] = [];
afterEach(() => {
  running?.child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const start = async (dataDir: string): Promise<string> => {
  const port = await freePort();
  running = run({
    PORT: port,
    HOST: "127.0.0.1",
    DATA_DIR: dataDir,
    COMMUNE: commune,
    TELEGRAM_BOT_TOKEN: "1:a",
    TELEGRAM_WEBHOOK_SECRET: "secret",
    TELEGRAM_MODE: "webhook",
    TELEGRAM_API_ROOT: "http://127.0.0.1:1",
    NODE_OPTIONS: `--import=${hook}`,
  });
  await running.said(`:${port}`);
  return `http://127.0.0.1:${port}`;
};

const newFolder = (): string => {
  const folder = newDataDir();
  folders.push(folder);
  return folder;
};

const post = (url: string, cookie: string, body: object): Promise<Response> =>
  fetch(`${url}/chat/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie, origin: url },
    body: JSON.stringify({ commune, ...body }),
  });

const tell = (url: string, update: number, text: string): Promise<Response> =>
  fetch(`${url}/webhooks/telegram/default`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": "secret" },
    body: JSON.stringify({
      update_id: update,
      message: {
        message_id: update,
        date: 1_800_000_000,
        chat: { id: 5, type: "private" },
        from: { id: 5, is_bot: false, first_name: "A" },
        text,
      },
    }),
  });

test("on the web: the process is ended, and brought again the message is answered kindly", async () => {
  const folder = newFolder();
  let url = await start(folder);
  const cookie = (await fetch(`${url}/chat?commune=${commune}`)).headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
  await expect(post(url, cookie, { key: "poison-0001", text: poison })).rejects.toThrow();
  await running?.exit;
  expect(running?.child.signalCode).toBe("SIGKILL");

  url = await start(folder);
  const answer = await post(url, cookie, { key: "poison-0001", text: poison });
  expect(answer.status).toBe(202);
  expect(JSON.stringify(await answer.json())).toMatch(/xin lỗi|trục trặc|lỗi/i);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const next = await post(url, cookie, { key: "harmless-01", text: "menu" });
  expect(next.status).toBe(202);
}, 120_000);

test("from Telegram: redelivery ends after the restart, and others are answered", async () => {
  const folder = newFolder();
  let url = await start(folder);
  await expect(tell(url, 1, poison)).rejects.toThrow();
  await running?.exit;

  url = await start(folder);
  expect((await tell(url, 2, "chào")).status).toBe(200);
  expect((await tell(url, 1, poison)).status).toBe(200);
  expect((await tell(url, 1, poison)).status).toBe(200);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/turns_total\{outcome="failed"\} 1\b/);
}, 120_000);

test("ended from outside while it hangs it gets one more try, and no third", async () => {
  const folder = newFolder();
  for (const strikes of [1, 2]) {
    const url = await start(folder);
    const told = tell(url, 7, poison).catch(() => null);
    await until(() => existsSync(join(folder, "under-way.json")));
    running?.child.kill("SIGKILL");
    await running?.exit;
    await told;
    const url2 = await start(folder);
    await until(() => strikesIn(folder) === strikes);
    expect((await fetch(`${url2}/healthz`)).status).toBe(200);
    running?.child.kill("SIGKILL");
    await running?.exit;
  }
  const url = await start(folder);
  expect((await tell(url, 7, poison)).status).toBe(200);
}, 120_000);

const strikesIn = (folder: string): number => {
  const file = join(folder, "suspects.json");
  if (!existsSync(file)) return 0;
  const suspects: Record<string, { strikes: number }> = JSON.parse(readFileSync(file, "utf8"));
  return Object.values(suspects).reduce((sum, { strikes }) => sum + strikes, 0);
};

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((go) => setTimeout(go, 10));
};
