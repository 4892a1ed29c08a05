import fc from "fast-check";
import { expect, test } from "vitest";
import { backupName, backupTime, spare } from "../../../src/store/backup/names.ts";

const day = 24 * 3_600_000;
/** Monday 30 November 2026, 02:15 in Viet Nam. */
const start = Date.UTC(2026, 10, 29, 19, 15);

test("a name says when it was begun, and no other file is one of ours", () => {
  expect(backupName(start, false)).toBe("house-2026-11-30T021500.db");
  expect(backupTime(backupName(start, true))).toBe(start);
  for (const name of [
    "house.db",
    "house-2026-11-30T021500.db.part",
    "sao-luu-2026-11-30.db",
    "x-house-2026-11-30T021500.db",
  ])
    expect(backupTime(name)).toBeNull();
});

test("after two years of nights there are the newest of 7 days, 4 weeks and 12 months", () => {
  let there: string[] = [];
  for (let i = 0; i < 730; i++) {
    there.push(backupName(start + i * day, false));
    const gone = new Set(spare(there));
    there = there.filter((name) => !gone.has(name));
  }
  const ages = there
    .map((name) => Math.round((start + 729 * day - (backupTime(name) ?? 0)) / day))
    .sort((a, b) => a - b);
  expect(ages.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(there.length).toBeGreaterThanOrEqual(7 + 1 + 11);
  expect(there.length).toBeLessThanOrEqual(7 + 3 + 11);
  expect(Math.max(...ages)).toBeGreaterThan(330);
});

test("whatever lies in the folder: the newest of ours stays, nothing else of anybody's goes", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 800 * 24 }), { maxLength: 60 }), (hours) => {
      const ours = [...new Set(hours)].map((h) => backupName(start + h * 3_600_000, h % 2 === 0));
      const gone = spare([...ours, "signing.key", "house.db"]);
      for (const name of gone) expect(ours).toContain(name);
      const newest = ours.toSorted((a, b) => (backupTime(b) ?? 0) - (backupTime(a) ?? 0));
      if (newest[0]) expect(gone).not.toContain(newest[0]);
      expect(ours.length - gone.length).toBeLessThanOrEqual(7 + 4 + 12);
    }),
  );
});
