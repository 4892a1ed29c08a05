import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateIdentity, identityToRecipient } from "age-encryption";
import { expect, test } from "vitest";
import { restoreBackup } from "../../../src/store/backup/restore.ts";
import { takeBackup } from "../../../src/store/backup/take.ts";
import { driver } from "../../../src/store/sqlite/driver.ts";
import { lock } from "../../../src/store/sqlite/lock.ts";
import { open } from "../../../src/store/sqlite/open.ts";
import { tempDir } from "../house.ts";

/** A house with some megabytes in it, and its folder of backups. */
const stand = () => {
  const dataDir = tempDir();
  const folder = join(tempDir(), "backups");
  const database = join(dataDir, "house.db");
  const opened = open(database);
  if (!opened.ok) throw new Error(opened.fault.cause);
  const db = opened.value;
  const put = db.prepare("INSERT INTO inbox (connection, key, at) VALUES ('tg', ?, 0)");
  db.transaction(() => {
    for (let i = 0; i < 20_000; i++) put.run(`${i} ${"x".repeat(60)}`);
  })();
  const count = (file: string): number => {
    const copy = new driver(file, { readonly: true });
    const n = Number(copy.prepare("SELECT count(*) FROM inbox").pluck().get());
    copy.close();
    return n;
  };
  return { dataDir, folder, database, db, put, count };
};
const nobody = async () => null;
/** Every file of a folder with what is in it. */
const snapshot = (dir: string) =>
  Object.fromEntries(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), "base64")]));

test("a backup of a database in use is whole, only its owner's to read, and leaves nothing beside it", async () => {
  const s = stand();
  const file = join(s.folder, "a.db");
  let over = false;
  const backup = takeBackup({ database: s.database, file, recipient: null }).finally(() => {
    over = true;
  });
  let written = 0;
  while (!over) {
    s.put.run(`meanwhile ${written++}`);
    await new Promise((go) => setImmediate(go));
  }
  expect(await backup).toMatchObject({ ok: true, value: { file } });
  expect(s.count(file)).toBeGreaterThanOrEqual(20_000);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(s.folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(s.folder)).toEqual(["a.db"]);
  expect(await takeBackup({ database: s.database, file, recipient: null })).toMatchObject({
    ok: false,
    fault: { code: "BACKUP_EXISTS" },
  });
});

test("what was erased is not in it", async () => {
  const s = stand();
  s.db.exec("INSERT INTO inbox VALUES ('tg', 'Trần Thị Bí Mật', 0, NULL); DELETE FROM inbox WHERE key LIKE 'Trần%'");
  const file = join(s.folder, "a.db");
  await takeBackup({ database: s.database, file, recipient: null });
  expect(readFileSync(file).includes("Bí Mật")).toBe(false);
});

test.each([
  [
    "a folder that cannot be made",
    (s: ReturnType<typeof stand>) => ({ file: join(s.database, "x", "a.db"), database: s.database }),
  ],
  [
    "no database",
    (s: ReturnType<typeof stand>) => ({ file: join(s.folder, "a.db"), database: join(s.dataDir, "none.db") }),
  ],
])("%s: told with its cause, and nothing is left", async (_, what) => {
  const s = stand();
  const result = await takeBackup({ ...what(s), recipient: null });
  expect(result).toMatchObject({ ok: false, fault: { code: "BACKUP_FAILED" } });
  if (existsSync(s.folder)) expect(readdirSync(s.folder)).toEqual([]);
});

test("a damaged database gives no backup that looks like one", async () => {
  const s = stand();
  s.db.pragma("wal_checkpoint(TRUNCATE)");
  s.db.close();
  const bytes = readFileSync(s.database);
  bytes.fill(0xa5, bytes.length - 40 * 4096, bytes.length - 8 * 4096);
  writeFileSync(s.database, bytes);
  expect(await takeBackup({ database: s.database, file: join(s.folder, "a.db"), recipient: null })).toMatchObject({
    ok: false,
    fault: { code: "BACKUP_FAILED", cause: expect.stringContaining("SQLITE_CORRUPT") },
  });
  expect(readdirSync(s.folder)).toEqual([]);
});

test("restored: the backup is in place, the present one is kept, and only while nothing works on it", async () => {
  const s = stand();
  const file = join(s.folder, "a.db");
  await takeBackup({ database: s.database, file, recipient: null });
  s.put.run("later");
  s.db.close();
  const held = lock(s.dataDir, "server");
  if (!held.ok) throw new Error(held.fault.cause);
  const before = readFileSync(s.database);
  const restore = () => restoreBackup({ from: file, dataDir: s.dataDir, identity: nobody, now: 5 });
  expect(await restore()).toMatchObject({ ok: false, fault: { code: "HOUSE_RUNNING" } });
  expect(readFileSync(s.database).equals(before)).toBe(true);
  held.value.release();
  expect(await restore()).toEqual({ ok: true, value: `${s.database}.before-restore-5` });
  expect(s.count(s.database)).toBe(20_000);
  expect(s.count(`${s.database}.before-restore-5`)).toBe(20_001);
});

test("encrypted: only the right identity opens it, and the plain copy is left nowhere", async () => {
  const s = stand();
  const key = await generateIdentity();
  const file = join(s.folder, "a.db.age");
  const before = readdirSync(s.dataDir);
  expect(await takeBackup({ database: s.database, file, recipient: await identityToRecipient(key) })).toMatchObject({
    ok: true,
  });
  expect(readFileSync(file).includes("SQLite format")).toBe(false);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(s.folder)).toEqual(["a.db.age"]);
  expect(readdirSync(s.dataDir)).toEqual(before);
  s.db.close();
  const empty = tempDir();
  const restored = await restoreBackup({ from: file, dataDir: empty, identity: async () => key, now: 5 });
  expect(restored).toEqual({ ok: true, value: null });
  expect(s.count(join(empty, "house.db"))).toBe(20_000);
});

test("a recipient that is none: told, and nothing is left", async () => {
  const s = stand();
  const result = await takeBackup({ database: s.database, file: join(s.folder, "a.db.age"), recipient: "age1nothing" });
  expect(result).toMatchObject({ ok: false, fault: { code: "BACKUP_FAILED" } });
  expect(readdirSync(s.folder)).toEqual([]);
});

test("an encrypted backup that is cut short, altered or of another key is refused before anything is touched", async () => {
  const s = stand();
  const key = await generateIdentity();
  const whole = join(s.folder, "a.db.age");
  await takeBackup({ database: s.database, file: whole, recipient: await identityToRecipient(key) });
  s.db.close();
  const bytes = readFileSync(whole);
  const bad = join(s.folder, "bad.age");
  const before = snapshot(s.dataDir);
  const refused = async (
    identity: string | null,
    code = expect.stringMatching(/^(?:BACKUP_UNOPENED|RESTORE_REFUSED)$/),
  ) => {
    const result = await restoreBackup({ from: bad, dataDir: s.dataDir, identity: async () => identity, now: 5 });
    expect(result).toMatchObject({ ok: false, fault: { code } });
    const { "house.lock.db": _, ...after } = snapshot(s.dataDir);
    expect(after).toEqual(before);
  };
  writeFileSync(bad, bytes);
  await refused(await generateIdentity());
  await refused(null, "BACKUP_SEALED");
  await refused("AGE-SECRET-KEY-1NOTHING");
  // In the head, between two pieces, in the middle of one, at the very end.
  for (const cut of [10, 150, 300, 64 * 1024 + 216, bytes.length >> 1, bytes.length - 16, bytes.length - 1]) {
    writeFileSync(bad, bytes);
    truncateSync(bad, cut);
    await refused(key);
  }
  for (const at of [60, 130, 190, 210, 70_000, bytes.length >> 1, bytes.length - 1]) {
    const altered = Buffer.from(bytes);
    altered[at] = (altered[at] ?? 0) ^ 1;
    writeFileSync(bad, altered);
    await refused(key);
  }
  writeFileSync(bad, Buffer.concat([bytes, bytes.subarray(-100)]));
  await refused(key);
});

test("a plain backup that is cut short or damaged anywhere is refused before anything is touched", async () => {
  const s = stand();
  const whole = join(s.folder, "a.db");
  await takeBackup({ database: s.database, file: whole, recipient: null });
  s.db.close();
  const bytes = readFileSync(whole);
  const bad = join(s.folder, "bad.db");
  const before = snapshot(s.dataDir);
  const spoilt: Buffer[] = [
    Buffer.alloc(0),
    bytes.subarray(0, 50),
    bytes.subarray(0, bytes.length - 4096 * 3),
    Buffer.from(bytes).fill(0xa5, bytes.length >> 1, (bytes.length >> 1) + 8192),
    Buffer.from("not a database at all ".repeat(1000)),
  ];
  for (const content of spoilt) {
    writeFileSync(bad, content);
    const result = await restoreBackup({ from: bad, dataDir: s.dataDir, identity: nobody, now: 5 });
    expect(result).toMatchObject({ ok: false, fault: { code: "RESTORE_REFUSED" } });
    const { "house.lock.db": _, ...after } = snapshot(s.dataDir);
    expect(after).toEqual(before);
  }
});
