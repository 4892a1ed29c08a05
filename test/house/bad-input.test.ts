import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { updates } from "../fakes/telegram/updates.ts";
import { telegramTown } from "./telegram-people.ts";

const secret = "test-secret";
let town: Awaited<ReturnType<typeof telegramTown>>;

beforeAll(async () => {
  town = await telegramTown();
});
afterAll(() => town.close());

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${town.url}/webhooks/telegram/default`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-telegram-bot-api-secret-token": secret, ...headers },
    body,
  });
const rows = (): number => Number(town.house.store.db.prepare("SELECT count(*) FROM inbox").pluck().get());
const metric = async (name: string): Promise<string[]> =>
  (await (await fetch(`${town.url}/metrics`)).text()).split("\n").filter((l) => l.startsWith(name));

describe("bad input at the door of the whole house", () => {
  test("a wrong, missing or doubled secret: 401, nothing stored, counted", async () => {
    const u = updates(9_000);
    const before = rows();
    for (const headers of [
      { "x-telegram-bot-api-secret-token": "wrong" },
      { "x-telegram-bot-api-secret-token": "" },
      { "x-telegram-bot-api-secret-token": `${secret}${secret}` },
    ])
      expect((await post(JSON.stringify(u.text(5, "xin chào")), headers)).status).toBe(401);
    expect(rows()).toBe(before);
    expect(await metric('webhook_refused_total{reason="SIGNATURE_WRONG"}')).toEqual([
      'webhook_refused_total{reason="SIGNATURE_WRONG"} 3',
    ]);
  });

  test("not JSON, of an unknown shape, too large, empty, binary: no 5xx, counted; an authentic unknown update is acknowledged", async () => {
    const before = rows();
    expect((await post("not json")).status).toBe(200);
    expect((await post("[]")).status).toBe(200);
    expect((await post("")).status).toBeLessThan(500);
    expect((await post(new Uint8Array([0xff, 0xfe, 0, 1, 2]))).status).toBe(200);
    expect((await post(`{"update_id":1,"message":"${"x".repeat(400_000)}"}`)).status).toBe(413);
    expect((await post(JSON.stringify({ update_id: 77, something_new: { a: 1 } }))).status).toBe(200);
    expect(rows()).toBe(before);
    expect((await metric("webhook_unknown_total")).length).toBe(1);
    expect((await metric("webhook_refused_total")).length).toBeGreaterThanOrEqual(3);
  });

  test("the same update twice is one turn", async () => {
    const u = updates(9_100);
    const update = JSON.stringify(u.text(6, "/start"));
    const before = rows();
    expect((await post(update)).status).toBe(200);
    expect((await post(update)).status).toBe(200);
    expect(rows()).toBe(before + 1);
  });

  test("a full disk: 503 so that the channel tries again, nothing half-written; with room again, the same update goes through", async () => {
    const { db } = town.house.store;
    const u = updates(9_200);
    const limit = Number(db.pragma("max_page_count", { simple: true }));
    db.pragma(`max_page_count = ${Number(db.pragma("page_count", { simple: true }))}`);
    const refused: string[] = [];
    // Free pages are used up first; then the next person meets the full disk.
    for (let chat = 100; chat < 400 && refused.length === 0; chat++) {
      const update = JSON.stringify(u.text(chat, "/start"));
      const answer = await post(update);
      expect([200, 503]).toContain(answer.status);
      if (answer.status === 503) {
        expect(answer.headers.get("retry-after")).toBeTruthy();
        refused.push(update);
      }
    }
    expect(refused).toHaveLength(1);
    const chat = JSON.parse(refused[0] ?? "{}").message.chat.id;
    const known = () => db.prepare("SELECT count(*) FROM accounts WHERE chat = ?").pluck().get(String(chat));
    expect(known()).toBe(0);
    db.pragma(`max_page_count = ${limit}`);
    expect((await post(refused[0] ?? "")).status).toBe(200);
    expect(known()).toBe(1);
  });
});
