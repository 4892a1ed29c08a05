import { closeSync, fstatSync, openSync, truncateSync, writeSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { updates } from "../fakes/telegram/updates.ts";
import { telegramTown } from "./telegram-people.ts";

const secret = "test-secret";
let town: Awaited<ReturnType<typeof telegramTown>>;
beforeEach(async () => {
  town = await telegramTown();
});
afterEach(() => town.close());

const post = async (update: unknown) =>
  (
    await fetch(`${town.url}/webhooks/telegram/default`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret },
      body: JSON.stringify(update),
    })
  ).status;
const ready = async () => {
  const answer = await fetch(`${town.url}/readyz`);
  return [answer.status, ((await answer.json()) as { code?: string }).code ?? null]; // our own answer
};
const refused = async (code: string): Promise<number> => {
  const text = await (await fetch(`${town.url}/metrics`)).text();
  return Number(new RegExp(`store_refused_total\\{code="${code}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
};

/** Everything in the file, nothing in the log or in memory: what happens to the file is what the next turn meets. */
const fileAlone = (): string => {
  const { db } = town.house.store;
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.pragma("shrink_memory");
  return town.house.file;
};

const breaks: [string, string, () => void][] = [
  [
    "its pages are overwritten",
    "DATABASE_CORRUPT",
    () => {
      const fd = openSync(fileAlone(), "r+");
      const rubbish = Buffer.alloc(4096, 0xa5);
      for (let at = 4096; at < fstatSync(fd).size; at += 4096) writeSync(fd, rubbish, 0, 4096, at);
      closeSync(fd);
    },
  ],
  ["it is cut short", "(?:DATABASE_CORRUPT|STORE_FAILED)", () => truncateSync(fileAlone(), 8192)],
  ["it may not be written", "STORE_READONLY", () => void town.house.store.db.pragma("query_only = ON")],
  [
    "its disk is full",
    "STORE_FULL",
    () => {
      const { db } = town.house.store;
      db.exec("CREATE TABLE filler (x)");
      db.pragma(`max_page_count = ${Number(db.pragma("page_count", { simple: true }))}`);
      const fill = db.prepare("INSERT INTO filler VALUES (zeroblob(3000))");
      expect(() => {
        for (;;) fill.run();
      }).toThrow("full");
    },
  ],
  ["it is closed under the server", "STORE_FAILED", () => void town.house.store.db.close()],
];

describe("the database breaks under a running server", () => {
  test.each(
    breaks,
  )("%s: nothing is acknowledged, it is counted, and the house is not ready", async (_, code, spoil) => {
    const u = updates(1);
    expect(await post(u.text(5, "/start"))).toBe(200);
    expect(await ready()).toEqual([200, null]);
    spoil();
    // A full disk has a little room left in half-filled pages; what fits there is kept and may be acknowledged.
    const room = code === "STORE_FULL" ? 200 : 0;
    for (let i = 0; i < room && (await post(u.text(1_000 + i, "/start"))) === 200; i++);
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, i) => post(u.text(100 + i, "/start"))));
    if (room === 0) expect(new Set(statuses)).toEqual(new Set([503]));
    const kept = () =>
      town.house.store.db.prepare(
        "SELECT count(*) FROM accounts WHERE length(chat) = 3 AND chat BETWEEN '100' AND '119'",
      );
    if (room > 0) expect(kept().pluck().get()).toBe(statuses.filter((s) => s === 200).length);
    if (statuses.at(-1) === 200) for (let i = 0; i < room && (await post(u.text(2_000 + i, "/start"))) === 200; i++);
    expect(await ready()).toEqual([503, expect.stringMatching(code)]);
    expect(await refused(code)).toBeGreaterThanOrEqual(room === 0 ? 20 : 1);
    const page = await fetch(`${town.url}/chat/messages`, { method: "POST", body: "{}" });
    expect(page.status).not.toBe(200);
  });

  test("with room again the same update goes through, and the house is ready", async () => {
    const { db } = town.house.store;
    const u = updates(1);
    await post(u.text(5, "/start"));
    db.pragma("query_only = ON");
    const update = u.text(6, "/start");
    expect(await post(update)).toBe(503);
    expect((await ready())[0]).toBe(503);
    db.pragma("query_only = OFF");
    expect(await post(update)).toBe(200);
    expect(await ready()).toEqual([200, null]);
  });
});
