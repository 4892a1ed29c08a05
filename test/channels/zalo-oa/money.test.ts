import { expect, test } from "vitest";
import type { Connection } from "../../../src/channels/channel.ts";
import { pushPreview } from "../../../src/channels/push-preview.ts";
import { pushCost } from "../../../src/channels/zalo-oa/push-cost.ts";
import { untilMorning, windowOf } from "../../../src/channels/zalo-oa/window.ts";
import { monthOf } from "../../../src/kit/vietnam-time.ts";
import { userId } from "../../fakes/zalo-oa/events.ts";
import { messageOf } from "../message-of.ts";
import { day, hour, morning, stage } from "./kit.ts";

/** Not the person of the kit, who was there just now. */
const bac = userId(8);
const send = "/v3.0/oa/message/cs";
const push = messageOf({ purpose: "push", blocks: [{ kind: "text", text: "Có bài mới" }] });

test.each([
  [0, "free"],
  [47 * hour, "free"],
  [48 * hour, "billed"],
  [6.9 * day, "billed"],
  [7 * day, "closed"],
  [300 * day, "closed"],
] as const)("last there %i ms ago: %s", (age, window) => {
  expect(windowOf(morning - age, morning)).toBe(window);
});

test("months and mornings are Viet Nam's", () => {
  expect([monthOf(Date.UTC(2026, 10, 30, 16, 59)), monthOf(Date.UTC(2026, 10, 30, 17))]).toEqual([
    "2026-11",
    "2026-12",
  ]);
  expect([untilMorning(Date.UTC(2026, 10, 24, 15)), untilMorning(Date.UTC(2026, 10, 24, 22))]).toEqual([
    8 * hour,
    hour,
  ]);
});

/** Somebody last there so long ago, by both books. */
const after = async (age: number, settings: Record<string, string> = {}) => {
  const s = await stage(settings);
  s.came(bac, s.clock.now - age);
  const spent = async () => ({ ...(await s.zalo.money.spent(s.connection.id, monthOf(s.clock.now))) });
  return { ...s, spent };
};

test("within 48 hours: free, counted as free", async () => {
  const s = await after(47 * hour);
  expect(await s.channel.send(push, bac, s.connection)).toMatchObject({ outcome: "sent" });
  expect([await s.spent(), s.fake.money().billed]).toEqual([{ free: 1, billed: 0 }, 0]);
});

test("48 hours to 7 days: nothing that costs goes unless the connection allows it", async () => {
  const s = await after(3 * day);
  expect(await s.channel.send(push, bac, s.connection)).toMatchObject({ outcome: "wait" });
  expect([s.fake.of(send).length, await s.spent()]).toEqual([0, { free: 0, billed: 0 }]);
});

test("paid messages keep within the month's budget, also when many go at once; a new month has a new one", async () => {
  const s = await after(3 * day, { paid: "yes", monthlyBudget: "3" });
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, i) => s.channel.send({ ...push, token: `t${i}` }, bac, s.connection)),
  );
  expect(outcomes.filter((o) => o.outcome === "sent")).toHaveLength(3);
  expect(outcomes.filter((o) => o.outcome === "wait")).toHaveLength(7);
  expect([await s.spent(), s.fake.money().billed]).toEqual([{ free: 0, billed: 3 }, 3]);
  s.clock.now += 20 * day;
  expect(await s.zalo.money.reserve(s.connection.id, monthOf(s.clock.now), 3)).toBe(true);
});

test("what was not sent is not counted; what may have been stays booked", async () => {
  const s = await after(3 * day, { paid: "yes", monthlyBudget: "5" });
  s.fake.fault({ kind: "status", status: 503 }, { on: send });
  await s.channel.send(push, bac, s.connection);
  expect(await s.spent()).toEqual({ free: 0, billed: 0 });
  s.fake.fault({ kind: "reset", when: "after" }, { on: send });
  await s.channel.send(push, bac, s.connection);
  expect(await s.spent()).toEqual({ free: 0, billed: 1 });
});

test("a message the plan includes costs nothing", async () => {
  const s = await stage({ paid: "yes", monthlyBudget: "5" }, {}, { allowance: 500 });
  s.came(bac, s.clock.now - 3 * day);
  expect(await s.channel.send(push, bac, s.connection)).toMatchObject({ outcome: "sent" });
  expect(await s.zalo.money.spent(s.connection.id, monthOf(s.clock.now))).toMatchObject({ billed: 0 });
});

test("after 7 days nothing is even tried", async () => {
  const s = await after(8 * day, { paid: "yes", monthlyBudget: "5" });
  expect(await s.channel.send({ ...push, purpose: "reply" }, bac, s.connection)).toMatchObject({ outcome: "wait" });
  expect(s.fake.calls.filter((c) => c.on === send)).toEqual([]);
});

test("the preview of a push says what will be free, billed and waiting, within what is left of the budget", async () => {
  const s = await stage({ paid: "yes", monthlyBudget: "3" });
  const people: [string, number][] = [
    ["1", hour],
    ["2", 2 * day - hour],
    ["3", 3 * day],
    ["4", 4 * day],
    ["5", 5 * day],
    ["6", 9 * day],
  ];
  await s.zalo.money.reserve(s.connection.id, monthOf(s.clock.now), 3);
  const of = (connection: Connection) => (id: string) =>
    id === connection.id
      ? (seenAt: readonly number[]) => pushCost(s.zalo.money, connection, seenAt, s.clock.now)
      : undefined;
  const seen = people.map(([, age]) => ({ connection: s.connection.id, seenAt: s.clock.now - age }));
  const elsewhere = { connection: "telegram", seenAt: 0 };
  expect(pushPreview([...seen, elsewhere], of(s.connection))).toEqual({ free: 3, billed: 2, waiting: 2 });
  const frugal = { ...s.connection, settings: { ...s.connection.settings, paid: "no" } };
  expect(pushPreview([...seen, elsewhere], of(frugal))).toEqual({
    free: 3,
    billed: 0,
    waiting: 4,
  });
  expect(pushPreview([elsewhere], of(s.connection))).toBeUndefined();
});
