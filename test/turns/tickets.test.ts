import { expect, test } from "vitest";
import { house, invite, wordsOf } from "../store/house.ts";

const minute = 60_000;

/** Members `t` and `u` of the first village, `w` of the whole commune, and residents of the first village. */
const team = async () => {
  const h = house();
  invite(h);
  invite(h, { code: "7K2P9XY5", village: null });
  for (const chat of ["t", "u", "w", "a", "b"]) await h.resident(chat);
  for (const chat of ["t", "u"]) await h.talk(chat, "7K2P9XY4", "join", "menu");
  await h.talk("w", "7K2P9XY5", "join", "menu");
  h.now += 30 * minute;
  const bells = (chat: string) => h.said.filter((r) => r.chat === chat && r.message?.purpose === "ticket").length;
  const call = async (chat: string, words = "skip") => {
    await h.talk(chat, "menu", "ticket", words);
    h.now += minute;
    await h.timers.run();
  };
  return { h, bells, call };
};

test("a call for a person reaches the members of the village in their own chat, and nobody else", async () => {
  const { h, bells, call } = await team();
  await call("a");
  expect(["t", "u", "w", "a", "b"].map(bells)).toEqual([1, 1, 0, 0, 0]);
  expect(wordsOf(h.last("t"))).toContain("somebody-asks");
});

test("where the village has no member those of the whole commune hear it", async () => {
  const { h, bells, call } = await team();
  h.store.db.prepare("UPDATE team_members SET removed_at = 1 WHERE village = 'v1'").run();
  await call("a");
  expect(["t", "u", "w"].map(bells)).toEqual([0, 0, 1]);
});

test("pressing eight times is one call, told once", async () => {
  const { h, bells, call } = await team();
  for (let i = 0; i < 8; i++) await call("a");
  expect(h.all("SELECT asked, status FROM tickets")).toEqual([{ asked: 8, status: "open" }]);
  expect(["t", "u"].map(bells)).toEqual([1, 1]);
});

test("the first has it, the second hears who, and the person is told both times", async () => {
  const { h, call } = await team();
  h.store.db
    .prepare("UPDATE learners SET name = 'Tâm' WHERE id = (SELECT learner FROM accounts WHERE chat = 't')")
    .run();
  await call("a");
  await Promise.all([h.say("t", "take"), h.say("u", "take")]);
  expect(wordsOf(h.last("t"))).toContain("yours");
  expect(wordsOf(h.last("u"))).toContain("undone.ticket-taken");
  expect(JSON.stringify(h.last("u"))).not.toContain("yours");
  await h.timers.run();
  expect(wordsOf(h.last("a"))).toContain("somebody-is-there");
  await h.talk("t", "closed");
  await h.timers.run();
  expect(wordsOf(h.last("a"))).toContain("talk-is-over");
  expect(h.all("SELECT status, taken_by FROM tickets")).toEqual([{ status: "done", taken_by: "Tâm" }]);
  // A new call is a new one.
  await call("a");
  expect(h.one("SELECT count(*) FROM tickets")).toBe(2);
});

test("whoever took it is asked after two hours, and again until it is done", async () => {
  const { h, bells, call } = await team();
  h.now += 5 * 60 * minute;
  await call("a");
  await h.talk("t", "take", "later");
  for (const _ of [1, 2]) {
    h.now += 125 * minute;
    await h.timers.run();
    expect(wordsOf(h.last("t"))).toContain("done?");
    await h.talk("t", "later");
  }
  h.now += 20 * minute;
  await h.talk("t", "menu");
  expect(bells("u")).toBe(1);
});

test("a call that was taken or closed rings nowhere, and a removed member hears none", async () => {
  const { h, bells } = await team();
  await h.talk("a", "menu", "ticket", "skip");
  h.store.db.prepare("UPDATE tickets SET status = 'taken', taken_by = 'Lan'").run();
  h.now += minute;
  await h.timers.run();
  expect(["t", "u"].map(bells)).toEqual([0, 0]);
});

test("a member who is in the middle of something hears it when they pause", async () => {
  const { h, bells } = await team();
  await h.talk("a", "menu", "ticket", "skip");
  await h.talk("t", "lesson");
  await h.timers.run();
  expect(["t", "u"].map(bells)).toEqual([0, 1]);
  h.now += 2 * minute;
  await h.timers.run();
  expect(bells("t")).toBe(1);
});

test("at night a member is left in peace until the morning", async () => {
  const { h, bells } = await team();
  h.now = Date.UTC(2026, 10, 24, 15);
  await h.talk("a", "menu", "ticket", "skip");
  h.now += minute;
  await h.timers.run();
  expect(bells("t")).toBe(0);
  h.now = Date.UTC(2026, 10, 24, 23, 31);
  await h.timers.run();
  expect(bells("t")).toBe(1);
});
