import { expect, test } from "vitest";
import { house, invite } from "../store/house.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** A member and three residents; the lesson is pushed as often as wished, an hour apart, and what was sent is counted. */
const pushing = async () => {
  const h = house();
  invite(h);
  for (const chat of ["t", "a", "b", "c"]) await h.resident(chat);
  await h.talk("t", "7K2P9XY4", "join", "menu");
  h.now += hour;
  const got = (chat: string) => h.said.filter((r) => r.chat === chat && r.message?.purpose === "push").length;
  const push = async () => {
    await h.talk("t", "menu", "push");
    h.now += hour;
    await h.timers.run();
  };
  /** Another lesson was pushed to somebody at some time. */
  const had = (chat: string, lesson: string, at: number, version = "old") =>
    h.store.db
      .prepare(
        "INSERT INTO pushed (commune, learner, push, lesson, version, at) SELECT 'xa-thu', learner, ?, ?, ?, ? FROM accounts WHERE chat = ?",
      )
      .run(`p-${lesson}-${at}`, lesson, version, at, chat);
  return { h, got, push, had };
};

test("the same lesson does not come twice, however often it is confirmed", async () => {
  const { h, got, push } = await pushing();
  for (let i = 0; i < 5; i++) await push();
  expect(["a", "b", "c"].map(got)).toEqual([1, 1, 1]);
  expect(h.one("SELECT count(*) FROM pushes")).toBe(1);
  h.now += 30 * day;
  await push();
  expect(["a", "b", "c"].map(got)).toEqual([1, 1, 1]);
});

test("a lesson that changed may come again", async () => {
  const { h, got, push, had } = await pushing();
  had("a", "one", h.now - 30 * day, "before");
  had("b", "one", h.now - 30 * day, "v1");
  await push();
  expect(["a", "b", "c"].map(got)).toEqual([1, 0, 1]);
});

test("two a week and no more; after a week there is room again", async () => {
  const { h, got, push, had } = await pushing();
  for (const lesson of ["two", "three"]) had("a", lesson, h.now - 6 * day);
  for (const lesson of ["two", "three"]) had("b", lesson, h.now - 7 * day);
  await push();
  expect(["a", "b", "c"].map(got)).toEqual([0, 1, 1]);
  h.now += 2 * day - 3 * hour;
  await push();
  expect(["a", "b", "c"].map(got)).toEqual([1, 1, 1]);
});

test("one that was planned counts before it is sent", async () => {
  const { h, got } = await pushing();
  await h.talk("t", "menu", "push", "menu", "push");
  expect(h.one("SELECT count(*) FROM timers WHERE kind = 'push'")).toBe(3);
  h.now += hour;
  await h.timers.run();
  expect(got("a")).toBe(1);
});

test("looked at once more when it is sent: what came meanwhile counts", async () => {
  const { h, got, had } = await pushing();
  await h.talk("t", "menu", "push");
  for (const lesson of ["two", "three"]) had("a", lesson, h.now);
  had("b", "one", h.now, "v1");
  h.now += hour;
  await h.timers.run();
  expect(["a", "b", "c"].map(got)).toEqual([0, 0, 1]);
  expect(h.all("SELECT planned, skipped FROM pushes")).toEqual([{ planned: 3, skipped: 2 }]);
});

test("whoever erases everything is forgotten here too", async () => {
  const { h, push } = await pushing();
  await push();
  expect(h.one("SELECT count(*) FROM pushed")).toBe(3);
  await h.talk("a", "menu", "erase");
  expect(h.one("SELECT count(*) FROM pushed")).toBe(2);
});
