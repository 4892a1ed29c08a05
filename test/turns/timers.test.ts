import { describe, expect, test } from "vitest";
import { awake } from "../../src/kit/vietnam-time.ts";
import { house, morning, wordsOf } from "../store/house.ts";

const hour = 3_600_000;
const quiet = [
  { from: 21 * 60, to: 6 * 60 + 30 },
  { from: 11 * 60 + 30, to: 13 * 60 + 30 },
];
const at = (hours: number, minutes = 0): number => Date.UTC(2026, 10, 24, hours - 7, minutes);

describe("quiet hours in Viet Nam", () => {
  test.each([
    ["9:00", at(9), at(9)],
    ["11:29", at(11, 29), at(11, 29)],
    ["11:30", at(11, 30), at(13, 30)],
    ["13:30", at(13, 30), at(13, 30)],
    ["21:00", at(21), at(30, 30)],
    ["0:10", at(0, 10), at(6, 30)],
    ["6:30", at(6, 30), at(6, 30)],
  ])("%s", (_name, now, expected) => expect(awake(now, quiet)).toBe(expected));

  test("two that touch are one", () =>
    expect(
      awake(at(10), [
        { from: 600, to: 660 },
        { from: 660, to: 720 },
      ]),
    ).toBe(at(12)));
  test("a day that is quiet all through does not hang", () =>
    expect(awake(at(10), [{ from: 0, to: 1440 }])).toBeGreaterThan(at(10)));
});

/** A resident in the middle of the lesson, which asks to be reminded after 24 hours. */
const learning = async () => {
  const h = house();
  await h.resident("a");
  await h.talk("a", "lesson");
  return h;
};

test("somebody who stopped in a lesson is reminded once it is time, behind all replies", async () => {
  const h = await learning();
  h.now += 24 * hour - 1;
  expect(await h.timers.run()).toBe(0);
  h.now += 1;
  expect(await h.timers.run()).toBe(1);
  expect(h.last("a").purpose).toBe("reminder");
  expect(wordsOf(h.last("a"))).toContain("step");
  expect(h.said.at(-1)?.priority).toBe(2);
});

test("a person who moved on makes the timer stale", async () => {
  const h = await learning();
  await h.talk("a", "menu");
  const said = h.said.length;
  h.now += 25 * hour;
  await h.timers.run();
  expect(h.said.length).toBe(said);
  expect(h.one("SELECT count(*) FROM timers")).toBe(0);
});

test("a timer that falls in quiet hours waits for their end", async () => {
  const h = await learning();
  const said = h.said.length;
  h.now = Date.UTC(2026, 10, 25, 14, 30);
  await h.timers.run();
  expect(h.said.length).toBe(said);
  expect(h.one("SELECT due_at FROM timers")).toBe(Date.UTC(2026, 10, 25, 23, 30));
  h.now = Date.UTC(2026, 10, 25, 23, 30);
  await h.timers.run();
  expect(h.said.length).toBe(said + 1);
});

test("the commune's own quiet hours count", async () => {
  const h = await learning();
  h.store.db
    .prepare("UPDATE communes SET settings = ?")
    .run(JSON.stringify({ quiet_hours: [{ from: "08:00", to: "10:00" }] }));
  h.now += 24 * hour;
  await h.timers.run();
  expect(h.one("SELECT due_at FROM timers")).toBe(morning + 25 * hour);
});

test("who said stop is not reminded", async () => {
  const h = await learning();
  await h.talk("a", "dừng");
  expect(h.one("SELECT count(*) FROM timers")).toBe(0);
  expect(h.stopped.at(-1)).toEqual({ connection: "tg", chat: "a", from: 2 });
});

test("a reminder does not count as having been there", async () => {
  const h = await learning();
  const seen = JSON.parse(String(h.one("SELECT session FROM sessions"))).seenAt;
  h.now += 24 * hour;
  await h.timers.run();
  expect(JSON.parse(String(h.one("SELECT session FROM sessions"))).seenAt).toBe(seen);
});

test("two runs at once fire a timer once", async () => {
  const h = await learning();
  h.now += 24 * hour;
  const [due] = await h.store.turns.dueTimers(h.now, 10);
  if (!due) throw new Error("no timer");
  const said = h.said.length;
  const turn = { from: "clock" as const, timer: due };
  const first = await h.store.turns.transact([turn], h.turns.decider, h.now);
  const second = await h.store.turns.transact([turn], h.turns.decider, h.now);
  expect([...first.outcomes, ...second.outcomes].map((o) => o.ok && o.value)).toEqual(["done", "repeated"]);
  expect(first.said.length + second.said.length + h.said.length - said).toBe(1);
});

test("a timer that was set anew while it was being looked at does not fire, and the new one stays", async () => {
  const h = await learning();
  h.now += 24 * hour;
  const [due] = await h.store.turns.dueTimers(h.now, 10);
  if (!due) throw new Error("no timer");
  // The person answered in between; the row has the same name and, by chance, the same time.
  h.store.db.prepare("UPDATE timers SET token = 'of the next question'").run();
  const { outcomes, said } = await h.store.turns.transact([{ from: "clock", timer: due }], h.turns.decider, h.now);
  expect([outcomes.map((o) => o.ok && o.value), said]).toEqual([["repeated"], []]);
  expect(h.one("SELECT token FROM timers")).toBe("of the next question");
});

test("a timer whose turn throws is gone, and nobody is bothered with it", async () => {
  const h = house({
    decider: (d) => ({
      ...d,
      decide: (t, l, n) => {
        if (t.from === "clock") throw new Error("boom");
        return d.decide(t, l, n);
      },
    }),
  });
  await h.resident("a");
  await h.talk("a", "lesson");
  const said = h.said.length;
  h.now += 24 * hour;
  await h.timers.run();
  expect(h.said.length).toBe(said);
  expect(h.one("SELECT count(*) FROM timers")).toBe(0);
});
