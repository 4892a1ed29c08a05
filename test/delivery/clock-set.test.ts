import { expect, test } from "vitest";
import type { Sent } from "../../src/channels/channel.ts";
import { pace } from "../../src/delivery/pace.ts";
import { bench, sent } from "./bench.ts";

const hour = 3_600_000;
const jumps = [-24 * hour, -hour, -1_000, hour, 24 * hour, 400 * 24 * hour];

test.each(jumps)("the clock is set by %i ms while a retry waits: it goes when it would have", async (by) => {
  const b = bench({ answer: (_c, _t, nth) => (nth === 1 ? { outcome: "uncertain", reason: "reset" } : sent) });
  await b.give(b.row("a", "1"));
  b.clock.setWall(by);
  await b.clock.pass(2_000);
  expect(b.texts()).toEqual(["1", "1"]);
});

test.each(jumps)("… by %i ms while the whole connection waits", async (by) => {
  const down: Sent = { outcome: "retry", afterMs: 5_000, whole: true, reason: "429" };
  const b = bench({ answer: (_c, _t, nth) => (nth === 1 ? down : sent) });
  await b.give(b.row("a", "1"));
  b.clock.setWall(by);
  await b.clock.pass(5_000);
  expect(b.texts()).toEqual(["1", "1"]);
});

test.each(jumps)("… by %i ms while a chat is to be left alone", async (by) => {
  const b = bench({
    answer: (_c, _t, nth) => (nth === 1 ? { outcome: "retry", afterMs: 5_000, whole: false, reason: "429" } : sent),
  });
  await b.give(b.row("a", "1"));
  b.clock.setWall(by);
  await b.clock.pass(5_000);
  expect(b.texts()).toEqual(["1", "1"]);
});

test.each(jumps)("… by %i ms between two pushes: pushes keep their pace, no faster and no slower", async (by) => {
  const b = bench({ settings: { pushesPerSecond: "10" } });
  await b.give(...Array.from({ length: 30 }, (_, i) => b.row(`p${i}`, "push", 3)));
  b.clock.setWall(by);
  expect(b.out.length).toBe(10);
  await b.clock.pass(1_000);
  expect(b.out.length).toBe(20);
});

test.each(jumps)("… by %i ms while the credentials are refused", async (by) => {
  const b = bench({ answer: (_c, _t, nth) => (nth === 1 ? { outcome: "unauthorised", reason: "401" } : sent) });
  await b.give(b.row("a", "1"));
  b.clock.setWall(by);
  await b.clock.pass(pace.unauthorisedMs);
  expect(b.texts()).toEqual(["1", "1"]);
});

test.each(jumps)("… by %i ms: a fresh answer goes at once, also one read from the table", async (by) => {
  const b = bench();
  await b.give(b.row("a", "1"));
  b.clock.setWall(by);
  b.row("b", "from the table");
  await b.give(b.row("a", "2"));
  await b.sender.look();
  await b.clock.pass(100);
  expect(b.texts().sort()).toEqual(["1", "2", "from the table"]);
});

test.each([-hour, hour])("… by %i ms in quiet hours: a push goes at their end by the clock on the wall", async (by) => {
  const b = bench({ quiet: [{ from: 9 * 60, to: 11 * 60 }] });
  await b.give(b.row("a", "push", 3));
  await b.clock.pass(10 * 60_000);
  b.clock.setWall(by);
  // Back an hour it is ten past eight, and the next minute may send; on an hour fifty minutes are left.
  await b.clock.pass(by < 0 ? pace.quietLookMs : 50 * 60_000 + pace.quietLookMs);
  expect(b.texts()).toEqual(["push"]);
});
