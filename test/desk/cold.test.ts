import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { demo } from "../../src/store/sqlite/cold/demo.ts";
import { seedCommunes } from "../../src/store/sqlite/cold/seed.ts";
import { commune } from "./commune.ts";
import { type House, house, NOON, track } from "./house.ts";

let h: House;
beforeEach(async () => {
  h = await house();
});
afterEach(() => h.close());

const seeded = () => {
  let s = 7;
  return () => {
    s = (s * 1103515245 + 12345) % 2147483648;
    return s / 2147483648;
  };
};

describe("a demo", () => {
  const make = () => demo(h.db, { commune: "a-xa", learners: 60, events: 1200, track, random: seeded(), now: NOON });

  test("is sample through and through, and counts as such", async () => {
    expect(make()).toEqual({ villages: 8, learners: 60, events: 1200 });
    for (const table of ["learners", "villages", "denominators"])
      expect(h.db.prepare(`SELECT count(*) FROM ${table} WHERE sample = 0`).pluck().get()).toBe(0);
    const figure = await h.deps.indicator.count("reach", { commune: "a-xa", cutoff: NOON });
    expect(figure.sample).toBe(true);
    expect(figure.numerator).toBeGreaterThan(10);
    expect(figure.value).toBeGreaterThan(5);
    expect(await h.deps.store.hasSample("b-xa")).toBe(false);
  });

  test("some of its people go to the end of a long track, and the events are as many as were asked for", () => {
    const lessons = Array.from({ length: 16 }, (_, i) => `lesson-${i}`);
    const long = { ...track, lessons };
    const made = demo(h.db, { commune: "a-xa", learners: 57, track: long, random: seeded(), now: NOON });
    expect(made.events).toBe(57 * 30);
    const whole = h.db
      .prepare(
        `SELECT count(*) FROM (SELECT learner FROM learning_events WHERE what = 'lesson-finished'
         GROUP BY learner HAVING count(DISTINCT ref) = ?)`,
      )
      .pluck()
      .get(lessons.length);
    expect(whole).toBeGreaterThanOrEqual(5);
    expect(whole).toBeLessThan(30);
  });

  test("made twice is the same demo, not two", () => {
    make();
    const before = h.db.prepare("SELECT * FROM learning_events ORDER BY id").all();
    make();
    expect(h.db.prepare("SELECT * FROM learning_events ORDER BY id").all()).toEqual(before);
  });
});

describe("the cold store", () => {
  test("reads far away without being able to write", async () => {
    await expect(sql`DELETE FROM communes RETURNING code`.execute(h.cold.far)).rejects.toThrow(/readonly/);
    await expect(h.cold.far.selectFrom("communes").select("code").execute()).resolves.toHaveLength(2);
  });

  test("writes all statements or none, and none when the first changes nothing", async () => {
    const { near, write } = h.cold;
    const rename = (id: string) => near.updateTable("villages").set({ name: "x" }).where("id", "=", id);
    const note = (id: string) =>
      near.insertInto("staff_links").values({ hash: id, staff: "s", expires_at: 0, used_at: null });
    expect(await write(rename("no-such"), note("a"))).toBe(false);
    await expect(write(note("b"), note("b"))).rejects.toThrow(/UNIQUE/);
    expect(h.db.prepare("SELECT count(*) FROM staff_links").pluck().get()).toBe(0);
  });
});

describe("seeds", () => {
  test("are written when they changed, and what staff set stays", async () => {
    h.db.exec(`UPDATE communes SET settings = '{"quiet_hours":[]}'`);
    expect(seedCommunes(h.db, [commune("a-xa"), commune("b-xa")])).toEqual([]);
    expect(seedCommunes(h.db, [commune("a-xa", { team: "Tổ mới" }), commune("b-xa")])).toEqual(["a-xa"]);
    expect(await h.deps.store.commune("a-xa")).toMatchObject({
      commune: { team: "Tổ mới" },
      settings: { quiet_hours: [] },
    });
  });
});
