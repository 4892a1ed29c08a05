import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backups } from "../../src/app/backups.ts";
import { backupName } from "../../src/store/backup/names.ts";
import { open } from "../../src/store/sqlite/open.ts";
import { tempDir } from "../store/house.ts";

const hour = 3_600_000;
const day = 24 * hour;
/** 30 November 2026, 09:00 in Viet Nam. */
const nine = Date.UTC(2026, 10, 30, 2);

const stand = (more: { readonly folder?: string | null; readonly database?: string } = {}) => {
  const dir = tempDir();
  const database = join(dir, "house.db");
  const opened = open(database);
  if (!opened.ok) throw new Error(opened.fault.cause);
  opened.value.close();
  const folder = join(dir, "backups");
  const lines: string[] = [];
  const counts: string[] = [];
  const notes: string[] = [];
  let now = nine;
  const b = backups({
    database,
    folder,
    recipient: null,
    now: () => now,
    log: { error: (what, says) => void lines.push(`${JSON.stringify(what)} ${says}`), info: () => {} },
    note: (entry) => void notes.push(entry.what),
    count: (name, labels) => void counts.push(`${name} ${labels.outcome}`),
    ...more,
  });
  return { b, folder, lines, counts, notes, pass: (ms: number) => (now += ms) };
};

test("one at the start where there is none, then each night, also when the machine slept through the hour", async () => {
  const s = stand();
  expect(s.b.due()).toBe(true);
  await Promise.all([s.b.run(), s.b.run()]);
  expect(readdirSync(s.folder)).toEqual([backupName(nine, false)]);
  expect(s.b.due()).toBe(false);
  s.pass(17 * hour - 1);
  expect(s.b.due()).toBe(false);
  s.pass(1);
  expect(s.b.due()).toBe(true);
  s.pass(5 * hour);
  expect(s.b.due()).toBe(true);
  await s.b.run();
  expect(s.b.due()).toBe(false);
});

test("it is late after a day and a half, also where there never was one", async () => {
  const s = stand();
  s.pass(36 * hour);
  expect(s.b.state()).toMatchObject({ last: null, late: false });
  s.pass(1);
  expect(s.b.state()).toMatchObject({ last: null, late: true });
  await s.b.run();
  expect(s.b.state()).toMatchObject({ late: false, failed: null });
  s.pass(36 * hour + 1);
  expect(s.b.state().late).toBe(true);
});

test("old ones go once a new one stands; what is not ours stays, and what a killed one left goes", async () => {
  const s = stand();
  mkdirSync(s.folder);
  for (let i = 1; i <= 60; i++) writeFileSync(join(s.folder, backupName(nine - i * day, false)), "");
  for (const name of ["ghi-chu.txt", "mine.db.part", `${backupName(nine - day, true)}.part`])
    writeFileSync(join(s.folder, name), "");
  await s.b.run();
  const left = readdirSync(s.folder);
  expect(left).toContain(backupName(nine, false));
  expect(left).toContain("ghi-chu.txt");
  expect(left).toContain("mine.db.part");
  expect(left.filter((name) => name.startsWith("house-") && name.endsWith(".part"))).toEqual([]);
  expect(left.filter((name) => name.startsWith("house-")).length).toBeLessThanOrEqual(7 + 4 + 12);
});

test("a failure is told with cause and cure, removes nothing, and is forgotten with the next that succeeds", async () => {
  const s = stand({ database: join(tempDir(), "none.db") });
  mkdirSync(s.folder);
  for (let i = 1; i <= 30; i++) writeFileSync(join(s.folder, backupName(nine - i * day, false)), "");
  await s.b.run();
  expect(readdirSync(s.folder)).toHaveLength(30);
  expect(s.b.state().failed?.code).toBe("BACKUP_FAILED");
  expect(s.counts).toEqual(["backups_total failed"]);
  expect(s.notes).toEqual(["backup-failed"]);
  expect(s.lines).toHaveLength(1);
});

test("without a folder nothing is made, and nothing is late", async () => {
  const s = stand({ folder: null });
  s.pass(100 * day);
  await s.b.run();
  expect(s.b.due()).toBe(false);
  expect(s.b.state()).toEqual({ folder: null, last: null, late: false, failed: null });
});

test("a failure that leaves the newest too old says so on top", async () => {
  const s = stand({ folder: "/dev/null/nowhere" });
  await s.b.run();
  expect(s.lines.map((l) => /"code":"(\w+)"/.exec(l)?.[1])).toEqual(["BACKUP_FAILED"]);
  s.pass(36 * hour + 1);
  await s.b.run();
  expect(s.lines.map((l) => /"code":"(\w+)"/.exec(l)?.[1])).toEqual(["BACKUP_FAILED", "BACKUP_FAILED", "BACKUP_LATE"]);
});
