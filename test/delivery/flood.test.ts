import { expect, test } from "vitest";
import type { Sent } from "../../src/channels/channel.ts";
import { bench, sent } from "./bench.ts";

const hour = 3_600_000;

/** The channel's send side is down for an hour while webhooks keep coming: nothing may be lost, and whoever asked is answered first afterwards. */
test.each([
  ["refused connections", { outcome: "retry", afterMs: 30_000, whole: true, reason: "ECONNREFUSED" } satisfies Sent],
  [
    "a server error for every message",
    { outcome: "retry", afterMs: 0, whole: false, reason: "HTTP 502" } satisfies Sent,
  ],
])("a flood while sending is down for an hour by %s: nothing lost, in order, replies before pushes", async (_, down) => {
  const start = Date.UTC(2026, 10, 24, 2);
  const back = start + hour;
  let now = (): number => start;
  const b = bench({ start, settings: { pushesPerSecond: "30" }, answer: () => (now() < back ? down : sent) });
  now = b.clock.now;
  await b.give(...Array.from({ length: 300 }, (_, i) => b.row(`pushed-${i}`, "push", 3)));
  for (let minute = 0; minute < 60; minute++) {
    await b.give(...Array.from({ length: 10 }, (_, i) => b.row(`chat-${(minute * 10 + i) % 200}`, `reply ${minute}`)));
    await b.clock.pass(60_000);
  }
  await b.clock.pass(3 * hour);
  const after = b.out.filter((o) => o.at >= back);
  expect(b.marks.flat().filter((m) => m.as === "sent")).toHaveLength(300 + 600);
  expect(b.marks.flat().filter((m) => m.as === "failed")).toEqual([]);
  // In each chat the order in which people were answered is the order in which they wrote.
  for (let chat = 0; chat < 200; chat++) {
    const minutes = after.filter((o) => o.chat === `chat-${chat}`).map((o) => Number(o.text.split(" ")[1]));
    expect(minutes).toEqual(minutes.toSorted((a, z) => a - z));
  }
  // Once the way is open again, everybody who asked is answered before the first push.
  const sentNow = after.map((o) => o.text);
  const firstPush = sentNow.indexOf("push");
  if (down.whole)
    expect(sentNow.slice(0, firstPush).filter((t) => t.startsWith("reply")).length).toBeGreaterThanOrEqual(570);
});
