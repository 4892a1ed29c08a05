import { expect, test } from "vitest";
import { house, invite, wordsOf } from "../store/house.ts";

/** A team member `t` of the first village, and residents of it who last wrote half an hour ago. */
const village = async (...residents: string[]) => {
  const h = house();
  invite(h);
  for (const chat of ["t", ...residents]) await h.resident(chat);
  await h.talk("t", "7K2P9XY4", "join", "menu");
  h.now += 30 * 60_000;
  return h;
};
const later = (h: Awaited<ReturnType<typeof village>>) => {
  h.now += 60_000;
  return h.timers.run();
};

test("a push reaches the eligible of the village, one timer each, in the pace of the sender", async () => {
  const h = await village("a", "b", "done", "out", "blocked");
  await h.talk("done", "lesson", "next", "right");
  await h.talk("out", "dừng");
  await h.send("blocked", { kind: "blocked" });
  h.now += 30 * 60_000;
  await h.talk("t", "push");
  expect(h.all("SELECT lesson, village, planned, skipped, status FROM pushes")).toEqual([
    { lesson: "one", village: "v1", planned: 2, skipped: 0, status: "running" },
  ]);
  expect(
    h.all("SELECT due_at - ? AS ms FROM timers WHERE kind = 'push' ORDER BY due_at", h.now).map((r) => r.ms),
  ).toEqual([33, 66]);
  const before = h.said.length;
  await later(h);
  const pushed = h.said.slice(before);
  expect(pushed.map((r) => r.chat).sort()).toEqual(["a", "b"]);
  expect(pushed.map((r) => [r.priority, r.message?.purpose])).toEqual([
    [3, "push"],
    [3, "push"],
  ]);
  expect(wordsOf(h.last("a"))).toContain("pushed");
  expect(h.one("SELECT status FROM pushes")).toBe("done");
  expect(h.one("SELECT count(*) FROM outbox WHERE push = (SELECT id FROM pushes)")).toBe(2);
});

test("what changed since the confirmation is looked at again: stopped, finished and blocked are skipped and counted", async () => {
  const h = await village("a", "b", "c");
  await h.talk("t", "push");
  await h.talk("a", "dừng");
  await h.talk("b", "lesson", "next", "right");
  await h.send("c", { kind: "blocked" });
  h.now += 30 * 60_000;
  const before = h.said.length;
  await later(h);
  expect(h.said.length).toBe(before);
  expect(h.all("SELECT planned, skipped, status FROM pushes")).toEqual([{ planned: 3, skipped: 3, status: "done" }]);
});

test("somebody who is just learning is not interrupted; the push comes a quarter of an hour later", async () => {
  const h = await village("a");
  await h.talk("t", "push");
  await h.talk("a", "lesson");
  h.now += 60_000;
  const before = h.said.length;
  await h.timers.run();
  expect(h.said.length).toBe(before);
  expect(h.one("SELECT due_at FROM timers WHERE kind = 'push'")).toBe(h.now + 15 * 60_000);
  h.now += 15 * 60_000;
  await h.timers.run();
  expect(h.last("a").purpose).toBe("push");
  expect(h.one("SELECT status FROM pushes")).toBe("done");
});

test("the pushed lesson opens, and opening and declining are on record", async () => {
  const h = await village("a", "b");
  await h.talk("t", "push");
  await later(h);
  expect(wordsOf(await h.talk("a", "open"))).toContain("step");
  await h.talk("b", "later");
  expect(h.all("SELECT what, ref FROM learning_events WHERE what LIKE 'push%' ORDER BY what")).toEqual([
    { what: "push-declined", ref: h.one("SELECT id FROM pushes") },
    { what: "push-opened", ref: h.one("SELECT id FROM pushes") },
  ]);
});

test("a push to a village of others is not confirmed", async () => {
  const h = await village("a");
  h.store.db.prepare("UPDATE team_members SET village = 'v2'").run();
  await h.talk("t", "push");
  expect(h.one("SELECT count(*) FROM pushes")).toBe(0);
  expect(h.one("SELECT count(*) FROM timers WHERE kind = 'push'")).toBe(0);
});

test("nobody who is no team member is offered a push", async () => {
  const h = await village("a");
  expect(wordsOf(await h.talk("a", "push"))).not.toContain("queued");
  expect(h.one("SELECT count(*) FROM pushes")).toBe(0);
});

test("nothing is counted until a push is about to be shown, and then in the transaction that plans it", async () => {
  const seen: unknown[] = [];
  const asked: unknown[] = [];
  const h = house({
    windows: (people, now) => {
      asked.push(people.map(({ connection, seenAt }) => ({ connection, ago: now - seenAt })));
      return { free: people.length, billed: 0, waiting: 0 };
    },
    decider: (d) => ({
      ...d,
      decide: (t, l, n) => {
        seen.push(l.facts.pushes);
        return d.decide(t, l, n);
      },
    }),
  });
  invite(h);
  for (const chat of ["t", "a", "b", "c", "d"]) await h.resident(chat);
  await h.talk("b", "lesson", "next", "right");
  await h.talk("c", "dừng");
  await h.send("d", { kind: "blocked" });
  await h.talk("t", "7K2P9XY4", "join", "menu");
  expect(seen.flat()).toEqual([]);
  await h.talk("t", "push");
  const counted = {
    lesson: "one",
    village: "v1",
    eligible: 1,
    finished: 1,
    optedOut: 1,
    had: 0,
    full: 0,
    unreached: 1,
  };
  expect(seen.at(-1)).toEqual([{ ...counted, windows: { free: 1, billed: 0, waiting: 0 } }]);
  expect(h.one("SELECT planned FROM pushes")).toBe(1);
  // Only of those who would get it, at the phone they used last.
  expect(asked).toEqual([[{ connection: "tg", ago: 0 }]]);
});

test("a push of a thousand goes out in small transactions", async () => {
  const h = await village();
  const insert = {
    learner: h.store.db.prepare(
      "INSERT INTO learners (commune, id, village, consent, age, created_at) VALUES ('xa-thu', ?, 'v1', 'yes', '30-49', 0)",
    ),
    account: h.store.db.prepare(
      "INSERT INTO accounts (commune, id, connection, chat, learner, created_at, seen_at) VALUES ('xa-thu', ?, 'tg', ?, ?, 0, 0)",
    ),
    seat: h.store.db.prepare(
      "INSERT INTO account_learners (commune, account, learner, since) VALUES ('xa-thu', ?, ?, 0)",
    ),
  };
  for (let i = 0; i < 1_000; i++) {
    insert.learner.run(`L${i}`);
    insert.account.run(`A${i}`, `chat${i}`, `L${i}`);
    insert.seat.run(`A${i}`, `L${i}`);
  }
  await h.talk("t", "push");
  const batches: number[] = [];
  const transact = h.store.turns.transact;
  Object.assign(h.turns, {
    store: {
      ...h.store.turns,
      transact: (...args: Parameters<typeof transact>) => {
        batches.push(args[0].length);
        return transact(...args);
      },
    },
  });
  expect(await later(h)).toBe(1_000);
  expect(Math.max(...batches)).toBe(10);
  expect(h.one("SELECT count(*) FROM outbox WHERE priority = 3")).toBe(1_000);
});
