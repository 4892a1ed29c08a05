import { expect, test } from "vitest";
import type { Sent } from "../../src/channels/channel.ts";
import { pace } from "../../src/delivery/pace.ts";
import { bench, sent } from "./bench.ts";

const retry = (afterMs: number, whole = false): Sent => ({ outcome: "retry", afterMs, whole, reason: "429" });

test("a reply goes out at once, from memory, and is marked with others in one group", async () => {
  const b = bench();
  await b.give(b.row("a", "1"), b.row("b", "2"), b.row("a", "3"));
  expect(b.texts()).toEqual(["1", "2", "3"]);
  expect(b.marks).toEqual([]);
  await b.clock.pass(pace.marksMs);
  expect(b.marks.map((g) => g.map((m) => [m.id, m.as]))).toEqual([
    [
      [1, "sent"],
      [2, "sent"],
      [3, "sent"],
    ],
  ]);
});

test("one message of a chat at a time, in order; other chats do not wait", async () => {
  let release = (): void => {};
  const held = new Promise<Sent>((go) => {
    release = () => go(sent);
  });
  const b = bench({ answer: (_c, text) => (text === "1" ? held : sent) });
  await b.give(b.row("a", "1"), b.row("a", "2"), b.row("b", "x"));
  expect(b.texts()).toEqual(["1", "x"]);
  release();
  await b.clock.settle();
  expect(b.texts()).toEqual(["1", "x", "2"]);
});

test("a later message never overtakes one that must be tried again", async () => {
  const b = bench({ answer: (_c, text, nth) => (text === "1" && nth < 3 ? retry(0) : sent) });
  await b.give(b.row("a", "1"), b.row("a", "2"));
  await b.clock.pass(60_000);
  expect(b.texts()).toEqual(["1", "1", "1", "2"]);
  const [first, second, third] = b.out;
  expect([(second?.at ?? 0) - (first?.at ?? 0), (third?.at ?? 0) - (second?.at ?? 0)]).toEqual([1_000, 2_000]);
});

test("a channel that names a time is obeyed for the chat; others go on", async () => {
  const b = bench({ answer: (_c, text, nth) => (text === "1" && nth === 1 ? retry(7_000) : sent) });
  await b.give(b.row("a", "1"), b.row("b", "x"));
  await b.clock.pass(6_999);
  expect(b.texts()).toEqual(["1", "x"]);
  await b.clock.pass(1);
  expect(b.texts()).toEqual(["1", "x", "1"]);
});

test("a channel that is busy as a whole is left alone by all chats, and that is no attempt", async () => {
  const b = bench({ answer: (_c, text, nth) => (text === "1" && nth === 1 ? retry(5_000, true) : sent) });
  await b.give(b.row("a", "1"));
  await b.give(b.row("b", "x"));
  await b.clock.pass(4_999);
  expect(b.texts()).toEqual(["1"]);
  await b.clock.pass(1);
  expect(b.texts().slice(1).sort()).toEqual(["1", "x"]);
});

test("replies first, then tickets, reminders and pushes", async () => {
  const b = bench();
  const go: (() => void)[] = [];
  const slow = bench({ answer: () => new Promise((done) => go.push(() => done(sent))) });
  await slow.give(...Array.from({ length: pace.inFlight }, (_, i) => slow.row(`full-${i}`, "busy")));
  await slow.give(
    slow.row("a", "push", 3),
    slow.row("b", "reminder", 2),
    slow.row("c", "ticket", 1),
    slow.row("d", "reply", 0),
  );
  for (let i = 0; i < 40; i++) {
    go.shift()?.();
    await slow.clock.settle();
  }
  expect(slow.texts().filter((t) => t !== "busy")).toEqual(["reply", "ticket", "reminder", "push"]);
  expect(b.texts()).toEqual([]);
});

test("pushes keep the pace of the connection, and replies pass them", async () => {
  const b = bench({ settings: { pushesPerSecond: "10" } });
  await b.give(...Array.from({ length: 50 }, (_, i) => b.row(`p${i}`, "push", 3)));
  expect(b.out.length).toBe(10);
  await b.give(b.row("a", "reply"));
  expect(b.texts().at(-1)).toBe("reply");
  await b.clock.pass(1_000);
  expect(b.out.length).toBe(21);
  await b.clock.pass(3_000);
  expect(b.out.length).toBe(51);
});

test("two pushes to one chat are a second apart", async () => {
  const b = bench();
  await b.give(b.row("a", "p1", 3), b.row("a", "p2", 3));
  await b.clock.pass(999);
  expect(b.texts()).toEqual(["p1"]);
  await b.clock.pass(1);
  expect(b.texts()).toEqual(["p1", "p2"]);
});

test("a push is stopped also when it stands ready: its message is read when it is sent", async () => {
  const b = bench({ settings: { pushesPerSecond: "1" } });
  await b.give(...[1, 2, 3].map((i) => b.row(`p${i}`, `push ${i}`, 3)));
  expect(b.texts()).toEqual(["push 1"]);
  b.table.clear();
  await b.clock.pass(10_000);
  expect(b.texts()).toEqual(["push 1"]);
  expect(b.sender.depth()).toEqual({ tg: 0 });
});

test("quiet hours are read when a push is sent: what was placed before them waits for their end", async () => {
  // From 9:00:30 in Viet Nam; the test begins at 9:00.
  const b = bench({ settings: { pushesPerSecond: "1" }, quiet: [{ from: 9 * 60 + 1, to: 10 * 60 }] });
  await b.give(...Array.from({ length: 300 }, (_, i) => b.row(`p${i}`, "push", 3)));
  await b.clock.pass(59_999);
  expect(b.out.length).toBe(60);
  await b.clock.pass(59 * 60_000);
  expect(b.out.length).toBe(60);
  await b.clock.pass(1);
  expect(b.out.length).toBe(61);
});

test("the last minute of a quiet time is quiet, and the minute after it is not", async () => {
  const quiet = [{ from: 9 * 60, to: 9 * 60 + 1 }];
  const b = bench({ quiet });
  await b.give(b.row("a", "push", 3));
  await b.clock.pass(59_999);
  expect(b.texts()).toEqual([]);
  await b.clock.pass(1);
  expect(b.texts()).toEqual(["push"]);
});

test("at the end of quiet hours pushes leave at their pace, and whoever asks is answered at once", async () => {
  const b = bench({ quiet: [{ from: 9 * 60, to: 10 * 60 }], settings: { pushesPerSecond: "30" } });
  await b.give(...Array.from({ length: 3_000 }, (_, i) => b.row(`p${i}`, "push", 3)));
  await b.clock.pass(3_600_000);
  for (let second = 0; second < 20; second++) {
    await b.give(b.row(`asks-${second}`, "reply"));
    expect(b.texts().at(-1)).toBe("reply");
    await b.clock.pass(1_000);
  }
  const pushed = b.texts().filter((t) => t === "push").length;
  expect(pushed).toBeGreaterThanOrEqual(20 * 30);
  expect(pushed).toBeLessThanOrEqual(21 * 30 + 1);
});

test("a push waits for the end of quiet hours, a reply to the same chat does not", async () => {
  const b = bench({ quiet: [{ from: 9 * 60, to: 10 * 60 }] });
  await b.give(b.row("a", "push", 3), b.row("a", "reply"));
  await b.clock.pass(3_599_999);
  expect(b.texts()).toEqual(["reply"]);
  await b.clock.pass(1);
  expect(b.texts()).toEqual(["reply", "push"]);
});

test("a blocked chat gets nothing more, and its account is marked", async () => {
  const b = bench({ answer: (chat) => (chat === "a" ? { outcome: "blocked", reason: "403" } : sent) });
  await b.give(b.row("a", "1"), b.row("a", "2"), b.row("a", "p", 3), b.row("b", "x"));
  await b.clock.pass(100_000);
  expect(b.texts()).toEqual(["1", "x"]);
  expect(b.marks.flat().filter((m) => m.as === "blocked")).toEqual([
    { id: 1, as: "blocked", connection: "tg", chat: "a", at: expect.any(Number) },
  ]);
  await b.give(b.row("a", "later"));
  expect(b.texts().at(-1)).toBe("later");
});

test("refused credentials stop the connection, tell the operator, and lose nothing", async () => {
  const b = bench({ answer: (_c, _t, nth) => (nth === 1 ? { outcome: "unauthorised", reason: "401" } : sent) });
  await b.give(b.row("a", "1"), b.row("c", "1"));
  await b.give(b.row("b", "2"));
  expect(b.raised).toEqual([{ code: "SEND_UNAUTHORISED", cause: "401" }]);
  await b.clock.pass(pace.unauthorisedMs - 1);
  expect(b.texts()).toEqual(["1", "1"]);
  await b.clock.pass(10 * pace.unauthorisedMs);
  expect(b.table.size).toBe(0);
});

test("once the trouble is mended what waits goes at once; a failure that set off before the mending changes nothing", async () => {
  let good = false;
  let fail = (_: Sent): void => {};
  const late = new Promise<Sent>((go) => {
    fail = go;
  });
  const b = bench({
    answer: (chat, _t, nth) =>
      good ? sent : chat === "late" && nth === 1 ? late : { outcome: "unauthorised", reason: "-216" },
  });
  await b.give(b.row("late", "1"), b.row("b", "2"));
  await b.clock.pass(1_000);
  b.sender.resume("somebody else's");
  expect(b.table.size).toBe(2);
  good = true;
  b.sender.resume("tg");
  fail({ outcome: "unauthorised", reason: "-216" });
  await b.clock.pass(1_000);
  expect(b.texts().toSorted()).toEqual(["1", "1", "2", "2"]);
  expect(b.table.size).toBe(0);
});

test("mended in vain: it rests again as long as before", async () => {
  const b = bench({ answer: () => ({ outcome: "unauthorised", reason: "-216" }) });
  await b.give(b.row("a", "1"));
  await b.clock.pass(1_000);
  b.sender.resume("tg");
  await b.clock.pass(pace.unauthorisedMs - 1);
  expect(b.out).toHaveLength(2);
  await b.clock.pass(1_000);
  expect(b.out).toHaveLength(3);
});

test("an uncertain message is tried again, slower and slower, each counted as a possible repeat, until it goes", async () => {
  const b = bench({ answer: (_c, _t, nth) => (nth <= 20 ? { outcome: "uncertain", reason: "reset" } : sent) });
  await b.give(b.row("a", "1"));
  await b.clock.pass(12 * 3_600_000);
  expect(b.out.length).toBe(21);
  expect(b.counts.repeats_total).toBe(20);
  const marked = b.marks.flat();
  expect(marked.filter((m) => m.as === "waiting" && m.repeats).length).toBe(20);
  expect(marked.at(-1)).toMatchObject({ as: "sent" });
  const waits = b.out.slice(1).map((o, i) => o.at - (b.out[i]?.at ?? 0));
  expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(Math.max(...waits)).toBe(pace.longestRetryMs);
});

test("a refused message is put on record with its reason and the next goes on", async () => {
  const b = bench({ answer: (_c, text) => (text === "1" ? { outcome: "refused", reason: "400 bad" } : sent) });
  await b.give(b.row("a", "1"), b.row("a", "2"));
  await b.clock.pass(100);
  expect(b.texts()).toEqual(["1", "2"]);
  expect(b.marks.flat()).toMatchObject([{ as: "failed", reason: "SEND_REFUSED: 400 bad" }, { as: "sent" }]);
});

const day = 24 * 3_600_000;
const lives = [
  ["an answer", 0, day],
  ["a person's answer", 1, 7 * day],
  ["a reminder", 2, 3 * day],
  ["a push", 3, 30 * day],
] as const;

test.each(lives)("%s is tried until it is too old to help, and then put on record", async (_, priority, life) => {
  const b = bench({ answer: () => retry(0) });
  await b.give(b.row("a", "1", priority));
  await b.clock.pass(life);
  expect(b.marks.flat().some((m) => m.as === "failed")).toBe(false);
  expect(b.out.length).toBeGreaterThan(90);
  await b.clock.pass(2 * pace.longestRetryMs);
  expect(b.marks.flat().at(-1)).toMatchObject({ as: "failed", reason: "SEND_TOO_OLD" });
  expect(b.table.size).toBe(0);
  const tried = b.out.length;
  await b.clock.pass(24 * 3_600_000);
  expect(b.out.length).toBe(tried);
});

test.each(
  lives,
)("%s that waited in the table goes after a restart on its last moment, and not after it", async (_, priority, life) => {
  const b = bench();
  b.row("a", "old", priority);
  await b.clock.pass(1);
  b.row("b", "just in time", priority);
  await b.clock.pass(life);
  b.row("c", "new", priority);
  await b.again().look();
  await b.clock.pass(100);
  expect(b.texts()).toEqual(["just in time", "new"]);
  expect(b.marks.flat()).toMatchObject([
    { id: 1, as: "failed", reason: "SEND_TOO_OLD" },
    { id: 2, as: "sent" },
    { id: 3, as: "sent" },
  ]);
});

test("nothing passes an answer that is being tried again: not a later answer, not a push", async () => {
  const b = bench({ answer: (_c, text, nth) => (text === "1" && nth < 4 ? retry(0) : sent) });
  await b.give(b.row("a", "1"));
  await b.give(b.row("a", "push", 3), b.row("a", "2"));
  await b.clock.pass(20_000);
  expect(b.texts()).toEqual(["1", "1", "1", "1", "2", "push"]);
});

test("an answer does not wait behind a push that is being tried again", async () => {
  const b = bench({ answer: (_c, text) => (text === "push" ? retry(0) : sent) });
  await b.give(b.row("a", "push", 3));
  await b.clock.pass(60_000);
  const tries = b.out.length;
  await b.give(b.row("a", "reply"));
  expect(b.texts().slice(tries)).toEqual(["reply"]);
});

test("a chat the channel asks to leave alone is left alone by both lanes", async () => {
  const b = bench({ answer: (_c, text, nth) => (text === "push" && nth === 1 ? retry(7_000) : sent) });
  await b.give(b.row("a", "push", 3));
  await b.give(b.row("a", "reply"));
  await b.clock.pass(6_999);
  expect(b.texts()).toEqual(["push"]);
  await b.clock.pass(1_001);
  expect(b.texts()).toEqual(["push", "push", "reply"]);
});

test("a channel that throws is tried again", async () => {
  const b = bench({ answer: (_c, _t, nth) => (nth === 1 ? Promise.reject(new TypeError("bug")) : sent) });
  await b.give(b.row("a", "1"));
  await b.clock.pass(5_000);
  expect(b.texts()).toEqual(["1", "1"]);
});

test("marks that could not be written are kept and written later, and nothing is sent twice meanwhile", async () => {
  const b = bench();
  b.setFull(true);
  await b.give(b.row("a", "1"));
  await b.clock.pass(10_000);
  await b.sender.look();
  await b.clock.settle();
  expect(b.texts()).toEqual(["1"]);
  b.setFull(false);
  await b.clock.pass(pace.marksAgainMs);
  expect(b.marks.flat()).toMatchObject([{ id: 1, as: "sent" }]);
});

test("after a restart the table is read and what waited goes out, in order", async () => {
  const b = bench();
  for (const text of ["1", "2", "3"]) b.row("a", text);
  const fresh = b.again();
  await fresh.look();
  await b.clock.pass(100);
  expect(b.texts()).toEqual(["1", "2", "3"]);
  expect(b.table.size).toBe(0);
});

test("somebody who said stop does not get what was queued, but does get the answer", async () => {
  const b = bench({ quiet: [{ from: 9 * 60, to: 10 * 60 }] });
  await b.give(b.row("a", "push", 3));
  b.sender.committed({ said: [b.row("a", "stopped")], stopped: [{ connection: "tg", chat: "a", from: 2 }] });
  await b.clock.pass(2 * 3_600_000);
  expect(b.texts()).toEqual(["stopped"]);
});

test("closing sends the ready replies and no push, not even one that was ready before, and writes the marks", async () => {
  const go: (() => void)[] = [];
  const b = bench({ answer: () => new Promise((done) => go.push(() => done(sent))) });
  // Everything that may be under way at once is, so the push stands ready in its queue.
  await b.give(...Array.from({ length: pace.inFlight }, (_, i) => b.row(`full-${i}`, "busy")));
  await b.give(b.row("a", "1"), b.row("a", "2"), b.row("b", "ready push", 3));
  const drained = b.sender.drain();
  await b.give(b.row("c", "late push", 3));
  for (let i = 0; i < 5; i++) {
    for (const g of go.splice(0)) g();
    await b.clock.settle();
  }
  await drained;
  expect(b.texts().filter((t) => t !== "busy")).toEqual(["1", "2"]);
  expect(b.marks.flat()).toHaveLength(pace.inFlight + 2);
  expect([...b.table.values()].map((r) => r.priority)).toEqual([3, 3]);
});

test("draining does not wait for ever for a channel that hangs", async () => {
  const b = bench({ answer: () => new Promise(() => {}) });
  await b.give(b.row("a", "1"));
  let over = false;
  void b.sender.drain().then(() => {
    over = true;
  });
  await b.clock.pass(pace.drainMs - 1);
  expect(over).toBe(false);
  await b.clock.pass(1);
  await b.clock.settle();
  expect(over).toBe(true);
});
