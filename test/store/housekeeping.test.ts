import { expect, test } from "vitest";
import { termsInMs } from "../../src/people/terms.ts";
import type { Version } from "../../src/store/sqlite/versions.ts";
import { forget } from "../../src/turns/retention.ts";
import { tinyFlows } from "../turns/tiny-world.ts";
import { house, wordsOf } from "./house.ts";

const hour = 3_600_000;

test("what is past its time goes, and only that", async () => {
  const h = house();
  await h.resident("a");
  await h.talk("quiet", "chào");
  await h.talk("a", "add");
  h.store.db.prepare("UPDATE learners SET name = 'Lan' WHERE consent = 'unasked'").run();
  h.now += 25 * hour;
  await h.talk("late", "chào");
  const swept = await forget(h.store.retention, h.now);
  expect(swept).toMatchObject({ inbox: 0, bodies: 0, sessions: 2, names: 2 });
  expect(h.one("SELECT count(*) FROM sessions")).toBe(2);
  h.now += termsInMs.inbox - 24 * hour;
  expect((await forget(h.store.retention, h.now)).inbox).toBe(5);
  expect(h.one("SELECT count(*) FROM inbox")).toBe(1);
  h.now += termsInMs.bodies - termsInMs.inbox;
  const bodies = h.one("SELECT count(*) FROM outbox WHERE message IS NOT NULL") as number;
  expect((await forget(h.store.retention, h.now)).bodies).toBe(bodies - 1);
  expect(h.all("SELECT chat FROM outbox WHERE message IS NOT NULL")).toEqual([{ chat: "late" }]);
  // Nobody waits a month for a message that has lost its words.
  expect(h.one("SELECT count(*) FROM outbox WHERE message IS NULL AND status = 'queued'")).toBe(0);
});

test("twelve months after somebody last learnt they are forgotten, as the onboarding promises; samples and those who came back stay", async () => {
  const h = house();
  await h.resident("gone");
  await h.resident("back");
  await h.talk("gone", "chào");
  h.store.db.prepare("UPDATE learners SET name = 'Lan' WHERE consent = 'yes'").run();
  const events = h.one("SELECT count(*) FROM learning_events");
  h.now += termsInMs.learners - 24 * hour;
  expect((await forget(h.store.retention, h.now)).learners).toBe(0);
  await h.talk("back", "chào");
  h.now += 25 * hour;
  expect((await forget(h.store.retention, h.now)).learners).toBe(1);
  expect(h.one("SELECT count(*) FROM learners WHERE name = 'Lan'")).toBe(1);
  expect(h.one("SELECT count(*) FROM accounts WHERE chat = 'gone'")).toBe(0);
  // What they did stays counted, as nobody's.
  expect(Number(h.one("SELECT count(*) FROM learning_events"))).toBeGreaterThanOrEqual(Number(events));
});

test("more than one round's worth goes as well", async () => {
  const h = house();
  const insert = h.store.db.prepare("INSERT INTO inbox (connection, key, at) VALUES ('tg', ?, 0)");
  h.store.db.transaction(() => {
    for (let i = 0; i < 5_000; i++) insert.run(`old-${i}`);
  })();
  expect((await forget(h.store.retention, h.now)).inbox).toBe(5_000);
});

const lesson = tinyFlows.find((f) => f.id === "lesson:one");
const version = (v: string): Version => {
  if (!lesson) throw new Error("no lesson");
  return {
    flow: lesson.id,
    version: v,
    definition: { ...lesson, version: v },
    texts: { vi: { step: `bước của ${v}` } },
  };
};

test("an older version is kept, with its words, while anybody stands on it, bookmarks included", async () => {
  const h = house();
  const { versions } = h.store;
  expect(versions.save([version("v1")], 1)).toEqual([]);
  await h.resident("a");
  await h.talk("a", "lesson", "menu");
  expect(versions.save([version("v2")], 2)).toEqual([version("v1")]);
  expect(versions.drop([version("v2")])).toBe(0);
  h.store.db.prepare("DELETE FROM sessions").run();
  expect(versions.drop([version("v2")])).toBe(1);
  expect(versions.save([version("v2")], 3)).toEqual([]);
});

test("a version of a shape nobody understands any more is left out, not choked on", () => {
  const h = house();
  h.store.db.prepare("INSERT INTO flow_versions VALUES ('lesson:one', 'v0', '{\"id\":1}', '{}', 0)").run();
  expect(h.store.versions.save([version("v1")], 1)).toEqual([]);
});

test("a web room reads what was said to it, from where it was, and its last words after a reload", async () => {
  const h = house();
  await h.resident("a");
  await h.talk("b", "chào");
  const room = { connection: "tg", chat: "a" };
  const all = await h.store.feed.after(room, 0, 100);
  expect(all.map((i) => wordsOf(i.message))).toEqual(["consent", "which", "menu"]);
  expect(await h.store.feed.after(room, all[1]?.id ?? 0, 100)).toEqual(all.slice(2));
  expect(await h.store.feed.last(room, 2)).toEqual(all.slice(1));
  await h.store.feed.markSent(
    all.map((i) => i.id),
    h.now,
  );
  expect(h.one("SELECT count(*) FROM outbox WHERE status = 'sent'")).toBe(3);
  expect((await h.store.feed.last(room, 2)).length).toBe(2);
});

test("the outbox reads waiting rows in order, without their words, and takes every kind of mark", async () => {
  const h = house();
  for (const chat of ["a", "b", "c", "d"]) await h.say(chat, "chào");
  const rows = await h.store.outbox.queued("tg", "asked", 0, 3);
  expect(rows.map((r) => [r.chat, r.message])).toEqual([
    ["a", null],
    ["b", null],
    ["c", null],
  ]);
  const [a, b, c] = rows;
  if (!a || !b || !c) throw new Error("rows are missing");
  expect(wordsOf((await h.store.outbox.message(a.id)) ?? h.last("b"))).toBe("consent");
  await h.store.outbox.record([
    { id: a.id, as: "sent", at: 5, externalId: "x1" },
    { id: b.id, as: "failed", attempts: 2, reason: "SEND_REFUSED: 400" },
    { id: c.id, as: "waiting", attempts: 1, reason: "SEND_RETRY: 429", repeats: false, at: 99 },
    { id: 0, as: "blocked", connection: "tg", chat: "d", at: 7 },
  ]);
  expect(h.all("SELECT chat, status, attempts, sent_at, external_id, reason FROM outbox ORDER BY id")).toEqual([
    { chat: "a", status: "sent", attempts: 1, sent_at: 5, external_id: "x1", reason: null },
    {
      chat: "b",
      status: "failed",
      attempts: 2,

      sent_at: null,
      external_id: null,
      reason: "SEND_REFUSED: 400",
    },
    { chat: "c", status: "queued", attempts: 1, sent_at: null, external_id: null, reason: "SEND_RETRY: 429" },
    { chat: "d", status: "expired", attempts: 0, sent_at: null, external_id: null, reason: "SEND_BLOCKED" },
  ]);
  expect(h.one("SELECT blocked_at FROM accounts WHERE chat = 'd'")).toBe(7);
});

test("a stopped push is read as gone, whatever its rows say", async () => {
  const h = house();
  await h.say("a", "chào");
  h.store.db.prepare("UPDATE outbox SET priority = 3, push = 'p1'").run();
  const [row] = await h.store.outbox.queued("tg", "unasked", 0, 3);
  expect(await h.store.outbox.message(row?.id ?? 0)).not.toBeNull();
  h.store.db
    .prepare(
      "INSERT INTO pushes (commune, id, lesson, created_at, planned, status) VALUES ('xa-thu', 'p1', 'l', 0, 1, 'cancelled')",
    )
    .run();
  expect(await h.store.outbox.message(row?.id ?? 0)).toBeNull();
});

test("what may have gone twice is counted by connection and day, also when it is marked again", async () => {
  const h = house();
  for (const chat of ["a", "b"]) await h.say(chat, "chào");
  const day = 24 * 3_600_000;
  const mark = (id: number, at: number, repeats = true) =>
    ({ id, as: "waiting", attempts: 1, reason: "SEND_UNCERTAIN: reset", repeats, at }) as const;
  await h.store.outbox.record([mark(1, day), mark(1, day + 1), mark(2, day, false), mark(2, 2 * day)]);
  expect(h.all("SELECT * FROM possible_repeats")).toEqual([
    { connection: "tg", day: 1, n: 2 },
    { connection: "tg", day: 2, n: 1 },
  ]);
});

test.each([
  [-3_600_000, true],
  [-24 * 3_600_000, true],
  [-30_000, false],
  [3_600_000, false],
])("the clock is set by %i ms: waiting pushes are moved with it (%s), reminders stay at their hour", async (by, moved) => {
  const h = house();
  const put = h.store.db.prepare(
    "INSERT INTO timers (commune, id, account, learner, kind, token, due_at, push) VALUES ('xa-thu',?,'a','l',?,'',?,?)",
  );
  put.run("p", "push", h.now + 1_000, "p1");
  put.run("r", "unfinished", h.now + 1_000, null);
  h.store.beat(h.now);
  expect(h.store.beat(h.now + by)).toBe(moved ? -by : 0);
  const due = (id: string) => Number(h.one("SELECT due_at FROM timers WHERE id = ?", id)) - h.now;
  expect(due("p")).toBe(moved ? 1_000 + by : 1_000);
  expect(due("r")).toBe(1_000);
  expect(h.store.beat(h.now + by + 10_000)).toBe(0);
});

test("a connection is remembered and can be moved", () => {
  const h = house();
  expect(h.store.connections.get("nobody")).toBeUndefined();
  h.store.connections.put({ id: "web", commune: "xa-thu", channel: "web" });
  expect(h.store.connections.get("web")).toEqual({ id: "web", commune: "xa-thu", channel: "web" });
  expect(h.store.connections.all().map((c) => c.id)).toEqual(["tg", "web"]);
});

test("an uploaded picture is found again by its connection", () => {
  const h = house();
  h.store.uploads.save("tg", "card", "file-1", 1);
  h.store.uploads.save("tg", "card", "file-2", 2);
  expect([h.store.uploads.get("tg", "card"), h.store.uploads.get("other", "card")]).toEqual(["file-2", null]);
});
