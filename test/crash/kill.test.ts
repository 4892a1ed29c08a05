import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import type { Inbound } from "../../src/channels/inbound.ts";
import { openStore } from "../../src/store/sqlite/store.ts";
import { seed } from "../store/house.ts";

const runs = Number(process.env.CRASH_RUNS ?? 8);
const chats = 24;
const root = new URL("../../", import.meta.url);

type FromChild = {
  readonly ready?: true;
  readonly ack?: string;
  readonly outcome?: string;
  readonly send?: string;
  readonly chat?: string;
  readonly text?: string;
};

/** What a channel does: brings each chat's updates one after the other, and brings again what was not acknowledged. */
const channelOf = () => {
  const acknowledged = new Map<string, string>();
  const sends = new Map<string, number>();
  const at = Array.from({ length: chats }, () => 0);
  const update = (chat: number): Inbound => {
    const n = at[chat] ?? 0;
    const content =
      n === 0
        ? ({ kind: "open", code: null } as const)
        : ({ kind: "text", text: n === 1 ? "no" : n === 2 ? "count" : "further" } as const);
    return { connection: "tg", key: `${chat}-${n}`, chat: `chat-${chat}`, at: Date.now(), content };
  };
  let going = true;
  let outstanding = 0;
  let quiet = (): void => {};
  const attach = (child: ChildProcess, ready: () => void): void => {
    const bring = (chat: number): void => {
      outstanding += 1;
      child.send({ update: update(chat) });
    };
    child.on("message", (message: FromChild) => {
      if (message.ready) {
        outstanding = 0;
        ready();
        for (let chat = 0; chat < chats; chat++) bring(chat);
      }
      if (message.send) {
        const what = `${message.chat} ${message.text}`;
        sends.set(what, (sends.get(what) ?? 0) + 1);
        if (child.connected) child.send({ sent: message.send }, () => {});
      }
      if (message.ack) {
        outstanding -= 1;
        acknowledged.set(message.ack, message.outcome ?? "");
        const chat = Number(message.ack.split("-")[0]);
        at[chat] = (at[chat] ?? 0) + 1;
        if (going && child.connected) bring(chat);
        else if (outstanding === 0) quiet();
      }
    });
  };
  return {
    acknowledged,
    sends,
    at,
    attach,
    /** Brings nothing new any more; resolves when everything brought is acknowledged. */
    stop: () =>
      new Promise<void>((done) => {
        going = false;
        quiet = done;
      }),
  };
};

test(`killed ${runs} times under load: nothing acknowledged is lost, nothing is done twice, and the outbox drains`, {
  timeout: 60_000 + runs * 15_000,
}, async () => {
  const dir = mkdtempSync(join(tmpdir(), "crash-"));
  const file = join(dir, "house.db");
  const script = new URL("node_modules/.cache/crash-child.mjs", root).pathname;
  await build({
    entryPoints: [new URL("test/crash/child.ts", root).pathname],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  const made = openStore(file, { id: () => "", publicUrl: "" });
  if (!made.ok) throw new Error(made.fault.cause);
  seed(made.value);
  made.value.close();

  const channel = channelOf();
  const start = (): Promise<ChildProcess> =>
    new Promise((ready, broken) => {
      const child = fork(script, [file, new URL("src/store/migrations/", root).href], {
        stdio: ["ignore", "ignore", "inherit", "ipc"],
        execArgv: [],
      });
      child.on("error", () => {});
      child.once("exit", (code) => code && broken(new Error(`the child ended with ${code}`)));
      channel.attach(child, () => ready(child));
    });
  const ended = (child: ChildProcess): Promise<void> => new Promise((done) => void child.once("exit", () => done()));

  for (let run = 0; run < runs; run++) {
    const child = await start();
    const before = channel.acknowledged.size;
    // A random moment, counted in work done rather than in time, so that a slow machine is also killed under load.
    const moment = before + 50 + Math.floor(Math.random() * 400);
    await new Promise<void>((go) => {
      child.on("message", () => channel.acknowledged.size >= moment && go());
    });
    child.kill("SIGKILL");
    await ended(child);
  }
  const last = await start();
  await channel.stop();
  // The table is the judge of "sent": each look is a fresh read-only one.
  const reader = openStore(file, { id: () => "", publicUrl: "" });
  if (!reader.ok) throw new Error(reader.fault.cause);
  const { db } = reader.value;
  const queued = db.prepare("SELECT count(*) FROM outbox WHERE status = 'queued'").pluck();
  while (queued.get() !== 0) await new Promise((go) => setTimeout(go, 10));
  last.kill("SIGKILL");
  await ended(last);

  const inbox = new Set(db.prepare("SELECT key FROM inbox").pluck().all() as string[]);
  expect([...channel.acknowledged.keys()].filter((key) => !inbox.has(key))).toEqual([]);
  expect([...new Set(channel.acknowledged.values())].every((o) => o === "done" || o === "repeated")).toBe(true);
  const state = db
    .prepare(
      "SELECT json_extract(s.session, '$.runs[0].vars.n') FROM sessions s JOIN accounts a ON a.id = s.account WHERE a.chat = ?",
    )
    .pluck();
  for (let chat = 0; chat < chats; chat++) {
    // The first two updates are the greeting and the consent; each one after that counts.
    const counted = (channel.at[chat] ?? 0) - 2;
    expect([chat, state.get(`chat-${chat}`)]).toEqual([chat, counted]);
    for (let n = 1; n <= counted; n++) expect(channel.sends.get(`chat-${chat} counted ${n}`) ?? 0).toBeGreaterThan(0);
  }
  const total = [...channel.sends.values()].reduce((a, b) => a + b, 0);
  console.info(
    `${channel.acknowledged.size} updates acknowledged over ${runs} kills; ${total - channel.sends.size} messages repeated`,
  );
  reader.value.close();
  rmSync(dir, { recursive: true, force: true });
});
