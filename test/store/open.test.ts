import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { migrations } from "../../src/store/migrations.ts";
import { driver } from "../../src/store/sqlite/driver.ts";
import { open } from "../../src/store/sqlite/open.ts";
import { tempDir } from "./house.ts";

const opened = (file: string, scripts?: readonly string[]) => {
  const result = scripts ? open(file, scripts) : open(file);
  if (!result.ok) throw new Error(result.fault.cause);
  return result.value;
};
const refused = (file: string) => {
  const result = open(file);
  if (result.ok) result.value.close();
  return result.ok ? "opened" : result.fault.code;
};

const tablesOf = (db: ReturnType<typeof opened>) =>
  db
    .prepare("SELECT group_concat(name ORDER BY name) FROM sqlite_schema WHERE name <> 'applied_migrations'")
    .pluck()
    .get();

test("a new file is migrated and durable", () => {
  const db = opened(join(tempDir(), "deep", "house.db"));
  expect(db.pragma("user_version", { simple: true })).toBe(migrations().length);
  expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(db.pragma("synchronous", { simple: true })).toBe(2);
  expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
  db.close();
});

test("an older database gets only what it lacks", () => {
  const file = join(tempDir(), "house.db");
  opened(file, ["CREATE TABLE a (x)"]).close();
  const db = opened(file, ["CREATE TABLE a (x)", "CREATE TABLE b (y)"]);
  expect(tablesOf(db)).toBe("a,b");
  expect(db.pragma("user_version", { simple: true })).toBe(2);
  db.close();
});

test("a migration that fails leaves the version before it, whole", () => {
  const file = join(tempDir(), "house.db");
  opened(file, ["CREATE TABLE a (x)"]).close();
  expect(() => open(file, ["CREATE TABLE a (x)", "CREATE TABLE b (y); CREATE TABLE a (z)"])).toThrow("already exists");
  const db = opened(file, ["CREATE TABLE a (x)"]);
  expect(tablesOf(db)).toBe("a");
  db.close();
});

test("a script that comes before one already run is run all the same", () => {
  const file = join(tempDir(), "house.db");
  opened(file, ["CREATE TABLE a (x)", "CREATE TABLE c (z)"]).close();
  const db = opened(file, ["CREATE TABLE a (x)", "CREATE TABLE b (y)", "CREATE TABLE c (z)"]);
  expect(tablesOf(db)).toBe("a,b,c");
  expect(db.pragma("user_version", { simple: true })).toBe(3);
  db.close();
});

test("a database from before scripts were listed had as many as its version says", () => {
  const file = join(tempDir(), "house.db");
  const before = new driver(file);
  before.exec("CREATE TABLE a (x); PRAGMA user_version = 1");
  before.close();
  const db = opened(file, ["CREATE TABLE a (x)", "CREATE TABLE b (y)"]);
  expect(tablesOf(db)).toBe("a,b");
  db.close();
});

test("a database with a script this program does not know is newer, however many it had", () => {
  const file = join(tempDir(), "house.db");
  opened(file, ["CREATE TABLE a (x)", "CREATE TABLE c (z)"]).close();
  const result = open(file, ["CREATE TABLE a (x)", "CREATE TABLE b (y)"]);
  expect(result).toMatchObject({ ok: false, fault: { code: "DATABASE_NEWER" } });
});

test("a newer database is refused and not touched", () => {
  const file = join(tempDir(), "house.db");
  const db = opened(file);
  db.pragma(`user_version = ${migrations().length + 1}`);
  db.pragma("journal_mode = DELETE");
  db.close();
  const before = readFileSync(file);
  expect(refused(file)).toBe("DATABASE_NEWER");
  expect(readFileSync(file).equals(before)).toBe(true);
});

test.each([
  ["bytes of something else", Buffer.from("không phải cơ sở dữ liệu".repeat(100))],
  ["the right name and rubbish after it", Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(8_000, 7)])],
])("%s: refused and not touched", (_name, bytes) => {
  const file = join(tempDir(), "house.db");
  writeFileSync(file, bytes);
  expect(refused(file)).toBe("DATABASE_CORRUPT");
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test("a damaged page is refused and not touched", () => {
  const file = join(tempDir(), "house.db");
  const db = opened(file);
  db.pragma("journal_mode = DELETE");
  db.close();
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096 * 3, 4096 * 5);
  writeFileSync(file, bytes);
  expect(refused(file)).toBe("DATABASE_CORRUPT");
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test("a database of another program is refused", () => {
  const file = join(tempDir(), "house.db");
  const other = new driver(file);
  other.exec("CREATE TABLE theirs (x)");
  other.close();
  expect(refused(file)).toBe("DATABASE_CORRUPT");
});

test("staff of before have the role that says what they are, and answer for the whole commune", () => {
  const file = join(tempDir(), "house.db");
  const before = opened(
    file,
    migrations().filter((script) => !script.startsWith("-- Roles by what they are")),
  );
  const add = before.prepare("INSERT INTO staff (id, login, name, role, created_at) VALUES (?, ?, 'Mẫu', ?, 0)");
  for (const role of ["admin", "officer", "viewer"]) add.run(role, role, role);
  before.close();
  const db = opened(file);
  expect(db.prepare("SELECT id, role, villages FROM staff ORDER BY id").all()).toEqual([
    { id: "admin", role: "administrator", villages: null },
    { id: "officer", role: "staff", villages: null },
    { id: "viewer", role: "overseer", villages: null },
  ]);
  db.close();
});
