import { expect, test } from "vitest";
import { storeHealth } from "../../src/app/store-health.ts";
import { fault, faults } from "../../src/errors.ts";
import { driver } from "../../src/store/sqlite/driver.ts";

const health = () => {
  const lines: [string, Record<string, unknown>, string][] = [];
  const counts: Record<string, number> = {};
  let now = 0;
  const h = storeHealth({
    log: {
      error: (what, says) => void lines.push(["error", { ...what }, says]),
      info: (what, says) => void lines.push(["info", { ...what }, says]),
    },
    count: (name, { code }, by = 1) => {
      counts[`${name} ${code}`] = (counts[`${name} ${code}`] ?? 0) + by;
    },
    steady: () => now,
  });
  return { ...h, lines, counts, pass: (ms: number) => (now += ms) };
};
const full = fault("STORE_FULL", "SQLITE_FULL: database or disk is full");

test("a trouble is told once with its cause and its cure, then once a minute with how many it refused", () => {
  const h = health();
  for (let i = 0; i < 100; i++) h.refused(full, 2);
  expect(h.lines).toEqual([
    [
      "error",
      { code: "STORE_FULL", cause: full.cause, refused: 2 },
      `${faults.STORE_FULL.says.en}: ${faults.STORE_FULL.todo.en}`,
    ],
  ]);
  expect(h.counts).toEqual({ "store_refused_total STORE_FULL": 200 });
  h.pass(59_999);
  h.refused(full);
  expect(h.lines).toHaveLength(1);
  h.pass(1);
  h.refused(full);
  expect(h.lines[1]?.[1]).toMatchObject({ refused: 2 * 99 + 2 });
});

test("another trouble is told at once", () => {
  const h = health();
  h.refused(full);
  h.refused(fault("STORE_READONLY", "x"));
  expect(h.lines.map((l) => l[1].code)).toEqual(["STORE_FULL", "STORE_READONLY"]);
});

test("ready again, and said once, with the next commit", () => {
  const h = health();
  h.committed();
  expect(h.lines).toEqual([]);
  h.refused(full);
  expect(h.trouble()).toEqual(full);
  h.committed();
  h.committed();
  expect(h.trouble()).toBeNull();
  expect(h.lines.map((l) => l[0])).toEqual(["error", "info"]);
});

test("a write of our own shows that a disk has room again, and nothing about a damaged database", () => {
  const h = health();
  h.refused(full);
  h.beat();
  expect(h.trouble()).toBeNull();
  h.refused(fault("DATABASE_CORRUPT", "x"));
  h.beat();
  expect(h.trouble()?.code).toBe("DATABASE_CORRUPT");
});

test.each([
  ["SQLITE_FULL", "STORE_FULL"],
  ["SQLITE_IOERR_WRITE", "STORE_FAILED"],
  ["SQLITE_IOERR_SHORT_READ", "STORE_FAILED"],
  ["SQLITE_READONLY_DBMOVED", "STORE_READONLY"],
  ["SQLITE_CANTOPEN", "STORE_READONLY"],
  ["SQLITE_BUSY_SNAPSHOT", "STORE_BUSY"],
  ["SQLITE_CORRUPT_VTAB", "DATABASE_CORRUPT"],
  ["SQLITE_NOTADB", "DATABASE_CORRUPT"],
  ["SQLITE_CONSTRAINT", "STORE_FAILED"],
])("thrown by the driver: %s", (code, expected) => {
  const h = health();
  h.threw(new driver.SqliteError("m", code));
  expect(h.trouble()?.code).toBe(expected);
});

test.each([
  ["ENOSPC", "STORE_FULL"],
  ["EFBIG", "STORE_FULL"],
  ["EROFS", "STORE_READONLY"],
  ["EACCES", "STORE_READONLY"],
  ["EIO", "STORE_FAILED"],
])("thrown by the file system: %s", (code, expected) => {
  const h = health();
  h.threw(Object.assign(new Error("m"), { code }));
  expect(h.trouble()?.code).toBe(expected);
});
