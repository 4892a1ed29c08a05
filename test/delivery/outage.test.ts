import { expect, test } from "vitest";
import type { Sent } from "../../src/channels/channel.ts";
import { pace } from "../../src/delivery/pace.ts";
import { bench, sent } from "./bench.ts";

const minute = 60_000;
const kinds: [string, Sent][] = [
  ["refused connections", { outcome: "retry", afterMs: 0, whole: true, reason: "ECONNREFUSED" }],
  ["a server error for every message", { outcome: "retry", afterMs: 0, whole: false, reason: "HTTP 502" }],
  ["answers that are lost", { outcome: "uncertain", reason: "ECONNRESET" }],
];
const lengths = [15_000, 25_000, 75_000, 10 * minute, 3 * 60 * minute];
const cases = kinds.flatMap(([name, down]) =>
  lengths.flatMap((ms) => [
    { name, down, ms, asks: true },
    { name, down, ms, asks: false },
  ]),
);

/** 400 chats write twice while nothing can be sent for so long. */
const outage = async (down: Sent, ms: number, asks: boolean) => {
  let now = (): number => 0;
  const start = Date.UTC(2026, 10, 24, 2);
  const isDown = (): boolean => now() < start + ms;
  const b = bench({ start, answer: () => (isDown() ? down : sent), ...(asks && { alive: () => !isDown() }) });
  now = b.clock.now;
  for (let i = 0; i < 10; i++) {
    await b.give(...Array.from({ length: 80 }, (_, k) => b.row(`c${(i * 80 + k) % 400}`, `${i * 80 + k}`)));
    await b.clock.pass(ms / 10);
  }
  return { b, back: start + ms };
};

test.each(cases)("$name for $ms ms (asks: $asks): nothing is lost and each chat stays in order", async ({
  down,
  ms,
  asks,
}) => {
  const { b } = await outage(down, ms, asks);
  await b.clock.pass(30 * minute);
  expect(b.marks.flat().filter((m) => m.as === "sent")).toHaveLength(800);
  expect(b.marks.flat().filter((m) => m.as === "failed")).toEqual([]);
  for (let c = 0; c < 400; c++) {
    const said = [...new Set(b.out.filter((o) => o.chat === `c${c}`).map((o) => Number(o.text)))];
    expect(said).toEqual([c, c + 400]);
  }
});

test.each(cases.filter((c) => c.asks))("$name for $ms ms: answers come soon after the product is back", async ({
  down,
  ms,
}) => {
  const { b, back } = await outage(down, ms, true);
  await b.clock.pass(20_000);
  const answered = b.out.filter((o) => o.at >= back);
  expect(Math.min(...answered.map((o) => o.at)) - back).toBeLessThanOrEqual(1.25 * pace.longestAskMs);
  expect(b.marks.flat().filter((m) => m.as === "sent")).toHaveLength(800);
});

test.each(cases.filter((c) => c.asks))("$name for $ms ms: no more is tried than was under way when it began", async ({
  down,
  ms,
}) => {
  const { b, back } = await outage(down, ms, true);
  expect(b.out.filter((o) => o.at < back).length).toBeLessThanOrEqual(pace.inFlight);
});

test("the product answers but messages are lost for an hour: few are risked, each a possible repeat", async () => {
  let down = true;
  const b = bench({ alive: () => true, answer: () => (down ? { outcome: "uncertain", reason: "ECONNRESET" } : sent) });
  for (let m = 0; m < 60; m++) {
    await b.give(...Array.from({ length: 50 }, (_, i) => b.row(`c${m}-${i}`, "1")));
    await b.clock.pass(minute);
  }
  expect(b.out.length).toBeLessThanOrEqual(pace.inFlight + 25);
  expect(b.counts.repeats_total).toBe(b.out.length);
  down = false;
  await b.clock.pass(20 * minute);
  expect(b.marks.flat().filter((m) => m.as === "sent")).toHaveLength(3_000);
});

test("fifty messages that fail together are one trouble: the wait is not doubled fifty times", async () => {
  const fails: (() => void)[] = [];
  let down = true;
  const b = bench({
    answer: () =>
      down
        ? new Promise((done) =>
            fails.push(() => done({ outcome: "retry", afterMs: 0, whole: true, reason: "ECONNREFUSED" })),
          )
        : sent,
  });
  await b.give(...Array.from({ length: pace.inFlight }, (_, i) => b.row(`c${i}`, "1")));
  for (const fail of fails.splice(0)) fail();
  await b.clock.settle();
  down = false;
  await b.clock.pass(999);
  expect(b.out.length).toBe(pace.inFlight);
  await b.clock.pass(1);
  expect(b.marks.flat().length + b.out.length).toBeGreaterThan(pace.inFlight);
});

test("after a trouble one message goes first, then two, then four", async () => {
  let down = true;
  const go: (() => void)[] = [];
  const b = bench({
    answer: () =>
      down
        ? { outcome: "retry", afterMs: 0, whole: true, reason: "ECONNREFUSED" }
        : new Promise((done) => go.push(() => done(sent))),
  });
  await b.give(b.row("c", "1"), ...Array.from({ length: 40 }, (_, i) => b.row(`c${i}`, "1")));
  down = false;
  await b.clock.pass(1_000);
  const together = [go.length];
  for (let i = 0; i < 3; i++) {
    for (const g of go.splice(0)) g();
    await b.clock.settle();
    together.push(go.length);
  }
  expect(together.slice(0, 2)).toEqual([1, 2]);
  expect(together).toEqual(together.toSorted((a, z) => a - z));
});

test("chats whose first message hangs every time do not hold up the others, answers and pushes alike", async () => {
  const b = bench({
    answer: (chat) => (chat.startsWith("stuck") ? new Promise(() => {}) : sent),
  });
  await b.give(...Array.from({ length: 100 }, (_, i) => b.row(`stuck-push-${i}`, "p", 3)));
  await b.clock.pass(10_000);
  for (let i = 0; i < 50; i++) await b.give(b.row(`c${i}`, "reply"));
  expect(b.texts().filter((t) => t === "reply")).toHaveLength(50);
});

test("a message that fails by itself for hours costs the others nothing", async () => {
  const b = bench({
    answer: (chat) => (chat === "poison" ? { outcome: "uncertain", reason: "timeout" } : sent),
    alive: () => true,
  });
  await b.give(b.row("poison", "1"));
  for (let i = 0; i < 600; i++) {
    await b.give(b.row(`c${i}`, "reply"));
    await b.clock.pass(6_000);
  }
  const waited = b.out.filter((o) => o.text === "reply").map((o, i) => o.at - (b.out[0]?.at ?? 0) - i * 6_000);
  expect(waited).toHaveLength(600);
  expect(Math.max(...waited)).toBeLessThanOrEqual(1_000);
});

test("more waits than is held in memory: all goes out, in order, answers before pushes", async () => {
  let down = true;
  const b = bench({ alive: () => !down, settings: { pushesPerSecond: "100000" }, answer: () => (down ? lost : sent) });
  const lost: Sent = { outcome: "uncertain", reason: "ECONNRESET" };
  const many = 2 * pace.heldRows + 500;
  for (let i = 0; i < many; i += 500)
    await b.give(...Array.from({ length: 500 }, (_, k) => b.row(`c${(i + k) % 5_000}`, String(i + k), k % 2 ? 3 : 0)));
  expect(b.sender.depth().tg).toBeLessThanOrEqual(2 * pace.heldRows);
  down = false;
  await b.clock.pass(30 * minute);
  expect(b.table.size).toBe(0);
  const last = new Map<string, number>();
  for (const o of b.out) {
    expect(Number(o.text)).toBeGreaterThanOrEqual(last.get(o.chat) ?? -1);
    last.set(o.chat, Number(o.text));
  }
});

test("a fault of this program is told once a message, and the message is tried again", async () => {
  const b = bench({ answer: (_c, _t, nth) => (nth < 4 ? Promise.reject(new TypeError("bug")) : sent) });
  await b.give(b.row("a", "1"));
  await b.clock.pass(60_000);
  expect(b.raised).toEqual([{ code: "SEND_RETRY", cause: "sending threw TypeError" }]);
  expect(b.marks.flat().at(-1)).toMatchObject({ as: "sent" });
});
