import { expect, test } from "vitest";
import type { Channel, Connection } from "../../src/channels/channel.ts";
import { sender } from "../../src/delivery/sender.ts";
import { termsInMs } from "../../src/people/terms.ts";
import { decider } from "../../src/turns/decide.ts";
import { intake } from "../../src/turns/intake.ts";
import { timers } from "../../src/turns/timers.ts";
import { house, morning } from "../store/house.ts";
import { buttons, mockUniverse, tinyWorld } from "../turns/tiny-world.ts";
import { mockClock } from "./bench.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** A house whose channel lets nobody be written to who was not there for two days. */
const waiting = () => {
  const h = house();
  const clock = mockClock(morning);
  const out: string[] = [];
  let open = true;
  const channel: Channel = {
    capabilities: buttons,
    receive: () => {
      throw new Error("not asked");
    },
    send: async (message) => {
      if (!open) return { outcome: "wait", reason: "closed" };
      out.push(message.purpose);
      return { outcome: "sent", externalId: "x" };
    },
  };
  const sends = sender({ outbox: h.store.outbox, clock, random: () => 0.5, count: () => {}, raise: () => {} });
  const connection: Connection = { id: "tg", commune: "xa-thu", channel: "telegram", settings: {} };
  sends.connect(connection, channel);
  const turns = { ...h.turns, now: clock.now, committed: sends.committed };
  const gate = intake(turns);
  let key = 0;
  const say = async (chat: string, text: string) => {
    await gate.submit({ connection: "tg", key: `w${++key}`, chat, at: clock.now(), content: { kind: "text", text } });
    await clock.pass(100);
  };
  const status = () => h.all("SELECT priority, status, reason FROM outbox WHERE status <> 'sent'");
  return { h, clock, out, say, sends, gate, status, shut: (shut: boolean) => (open = !shut) };
};

test("a message nobody may be sent now is kept, and goes out behind the answer when they write", async () => {
  const w = waiting();
  await w.say("a", "hi");
  w.h.store.db
    .prepare(
      "INSERT INTO outbox (commune, connection, account, chat, priority, message, status, due_at, created_at) SELECT commune, connection, id, chat, 1, ?, 'queued', ?, ? FROM accounts",
    )
    .run(JSON.stringify({ spec: 1, purpose: "ticket" }), morning, morning);
  await w.clock.pass(3 * day);
  w.shut(true);
  await w.sends.look();
  await w.clock.pass(100);
  expect(w.status()).toEqual([{ priority: 1, status: "waiting", reason: "SEND_WAITING: closed" }]);
  await w.sends.look();
  await w.clock.pass(5 * hour);
  expect(w.out).toEqual(["reply"]);
  w.shut(false);
  await w.say("a", "hi again");
  expect(w.out).toEqual(["reply", "reply", "ticket"]);
  expect(w.status()).toEqual([]);
});

test("whoever writes while we are being refused is not forgotten", async () => {
  const w = waiting();
  await w.say("a", "hi");
  w.shut(true);
  const id = Number(
    w.h.one(
      "INSERT INTO outbox (commune, connection, account, chat, priority, message, status, due_at, created_at) SELECT commune, connection, id, chat, 3, '{}', 'queued', 0, 0 FROM accounts RETURNING id",
    ),
  );
  await w.h.store.outbox.record([{ id, as: "held", since: morning - 1, attempts: 1, reason: "SEND_WAITING" }]);
  expect(w.h.one("SELECT status FROM outbox WHERE id = ?", id)).toBe("queued");
  await w.h.store.outbox.record([{ id, as: "held", since: morning + 1, attempts: 1, reason: "SEND_WAITING" }]);
  expect(w.h.one("SELECT status FROM outbox WHERE id = ?", id)).toBe("waiting");
});

test("waiting messages expire with the block, with 'stop' and after a month", async () => {
  const w = waiting();
  await w.say("a", "hi");
  const put = () =>
    w.h.store.db
      .prepare(
        "INSERT INTO outbox (commune, connection, account, chat, priority, message, status, due_at, created_at) SELECT commune, connection, id, chat, 3, '{}', 'waiting', 0, 0 FROM accounts",
      )
      .run();
  const left = () => w.h.one("SELECT count(*) FROM outbox WHERE status = 'waiting'");
  put();
  await w.gate.submit({ connection: "tg", key: "b", chat: "a", at: morning, content: { kind: "blocked" } });
  expect(left()).toBe(0);
  put();
  await w.h.store.retention.sweep(morning + 31 * day, { ...termsInMs, strangers: Number.MAX_SAFE_INTEGER });
  expect(left()).toBe(0);
});

test("a push to somebody out of reach does not move their conversation; it looks again each day, and goes once they were there", async () => {
  const h = house();
  const turns = { ...h.turns, decider: decider(tinyWorld(mockUniverse()), { telegram: buttons }, () => 7 * day) };
  const clock = timers(turns);
  h.store.db
    .prepare(
      "INSERT INTO invitations (commune, code, village, created_by, created_at, expires_at, uses_left) VALUES ('xa-thu','7K2P9XY4','v1','staff',0,?,5)",
    )
    .run(h.now + 1000);
  for (const chat of ["t", "a"]) await h.resident(chat);
  await h.talk("t", "7K2P9XY4", "join", "menu");
  h.now += 8 * day;
  await h.talk("t", "menu", "push");
  const session = () => h.one("SELECT session FROM sessions s JOIN accounts a ON a.id = s.account WHERE a.chat = 'a'");
  const before = session();
  h.now += 60_000;
  await clock.run();
  expect(h.said.filter((r) => r.message?.purpose === "push")).toEqual([]);
  expect(session()).toBe(before);
  h.now += 23 * hour;
  await h.say("a", "menu");
  h.now += 2 * hour;
  await clock.run();
  expect(h.said.filter((r) => r.message?.purpose === "push").map((r) => r.chat)).toEqual(["a"]);
});

test("a push that found nobody in a month is news no more", async () => {
  const h = house();
  const turns = { ...h.turns, decider: decider(tinyWorld(mockUniverse()), { telegram: buttons }, () => 7 * day) };
  const clock = timers(turns);
  h.store.db
    .prepare(
      "INSERT INTO invitations (commune, code, village, created_by, created_at, expires_at, uses_left) VALUES ('xa-thu','7K2P9XY4','v1','staff',0,?,5)",
    )
    .run(h.now + 1000);
  for (const chat of ["t", "a"]) await h.resident(chat);
  await h.talk("t", "7K2P9XY4", "join", "menu");
  h.now += 8 * day;
  await h.talk("t", "menu", "push");
  for (let i = 0; i < 32; i++) {
    h.now += day;
    await clock.run();
  }
  expect(h.all("SELECT planned, skipped, status FROM pushes")).toEqual([{ planned: 1, skipped: 1, status: "done" }]);
  expect(h.one("SELECT count(*) FROM timers WHERE kind = 'push'")).toBe(0);
});
