import { afterEach, beforeEach, expect, test } from "vitest";
import { unsentWords, windowHelps } from "../../src/desk/unsent.ts";
import { sendCodes } from "../../src/errors.ts";
import { marker } from "../../src/store/sqlite/outbox.ts";
import { type House, house, logIn, NOON } from "./house.ts";

let h: House;
beforeEach(async () => {
  h = await house();
});
afterEach(() => h.close());

const HOUR = 3_600_000;
const text = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

/** Somebody of a commune with a chat, and a message to them. */
const person = (
  name: string,
  { connection = "oa", channel = "zalo-oa", village = null as string | null, commune = "a-xa", seenAt = NOON } = {},
): number => {
  const { db } = h;
  db.prepare("INSERT OR IGNORE INTO connections (id, commune, channel) VALUES (?,?,?)").run(
    connection,
    commune,
    channel,
  );
  db.prepare("INSERT INTO learners (commune, id, name, village, consent, created_at) VALUES (?,?,?,?,'yes',0)").run(
    commune,
    name,
    name,
    village,
  );
  db.prepare(
    "INSERT INTO accounts (commune, id, connection, chat, learner, created_at, seen_at) VALUES (?,?,?,?,?,0,?)",
  ).run(commune, `acc-${name}`, connection, `chat-${name}`, name, seenAt);
  return Number(
    db
      .prepare(
        "INSERT INTO outbox (commune, connection, account, chat, priority, message, status, due_at, created_at) VALUES (?,?,?,?,0,'{}','queued',?,?)",
      )
      .run(commune, connection, `acc-${name}`, `chat-${name}`, NOON, NOON).lastInsertRowid,
  );
};
const page = async (as: Parameters<typeof logIn>[1] = "staff", query = "") =>
  text((await (await logIn(h, as, "a-xa")).get(`/desk/a-xa/chua-toi${query}`)).body);

test("every code that keeps a message from somebody has its sentences in both languages", () => {
  for (const code of sendCodes)
    for (const says of [unsentWords[code].why, unsentWords[code].helps])
      for (const words of [says.vi, says.en]) expect(words.length, code).toBeGreaterThan(10);
});

test("who was not reached stands there with why and what would help, as the sender marks it", async () => {
  const mark = marker(h.db);
  mark([
    { id: person("An"), as: "waiting", attempts: 1, reason: "SEND_RETRY: HTTP 502", repeats: false, at: NOON },
    { id: person("Bình"), as: "failed", attempts: 1, reason: "SEND_REFUSED: -248 against the policy" },
    { id: person("Chi"), as: "failed", attempts: 9, reason: "SEND_TOO_OLD" },
    { id: person("Dung"), as: "blocked", connection: "oa", chat: "chat-Dung", at: NOON },
    { id: person("Hà"), as: "sent", at: NOON, externalId: "1" },
    { id: person("Khánh"), as: "waiting", attempts: 1, reason: "SEND_UNCERTAIN: reset", repeats: true, at: NOON },
  ]);
  const words = await page();
  for (const [name, code] of [
    ["An", "SEND_RETRY"],
    ["Bình", "SEND_REFUSED"],
    ["Chi", "SEND_TOO_OLD"],
    ["Dung", "SEND_BLOCKED"],
    ["Khánh", "SEND_UNCERTAIN"],
  ] as const) {
    const row = new RegExp(
      `${name} .*?${unsentWords[code].why.vi.slice(0, 20)}.*?${unsentWords[code].helps.vi.slice(0, 20)}`,
    );
    expect(words).toMatch(row);
  }
  expect(words).not.toContain("Hà –");
});

test("on a Zalo OA it says what is allowed after 48 hours, and after 7 days", async () => {
  const mark = marker(h.db);
  const held = (id: number) =>
    mark([{ id, as: "held", since: NOON, attempts: 1, reason: "SEND_WAITING: not there for 48 hours" }]);
  held(person("An", { seenAt: NOON - 50 * HOUR }));
  held(person("Bình", { seenAt: NOON - 8 * 24 * HOUR }));
  held(person("Chi", { connection: "bot", channel: "zalo-bot", seenAt: NOON - 8 * 24 * HOUR }));
  const words = await page();
  expect(words).toContain(windowHelps.billed.vi);
  expect(words).toContain(windowHelps.closed.vi);
  expect(words).toContain(unsentWords.SEND_WAITING.helps.vi);
});

test("of other communes and other villages nothing is seen, and who only oversees sees no names", async () => {
  const mark = marker(h.db);
  const failed = (id: number) => mark([{ id, as: "failed", attempts: 1, reason: "SEND_REFUSED: x" }]);
  failed(person("An"));
  failed(person("Xa", { commune: "b-xa", connection: "b" }));
  const words = await page();
  expect(words).toContain("An –");
  expect(words).not.toContain("Xa –");
  expect(await page("overseer")).not.toContain("An –");
});

test("what people did not want, and what staff stopped, is no trouble", async () => {
  const id = person("An");
  h.db.prepare("UPDATE outbox SET status = 'expired', reason = 'SEND_OPTED_OUT' WHERE id = ?").run(id);
  expect(await page()).toContain("Tin nào cũng đã đi.");
});
