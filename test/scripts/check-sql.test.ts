import { expect, test } from "vitest";
import { sqlIn, tablesOf } from "../../scripts/check-sql.ts";

const tables = ["learners", "outbox"];
const found = (source: string) => sqlIn(source, "x.ts", tables).map(({ line }) => line);

test.each([
  "const q = `SELECT id FROM anything WHERE id = ${id}`;",
  'const q = "select * from learners";',
  'const q = "select l.name\\nfrom learners l";',
  'db.exec("INSERT OR IGNORE INTO x VALUES (1)");',
  'db.exec("update outbox set status = 1");',
  'db.exec("delete from outbox");',
  'db.pragma("PRAGMA journal_mode");',
  'const q = "BEGIN IMMEDIATE";',
])("%s is SQL", (source) => {
  expect(found(`// a line before\n${source}`)).toEqual([2]);
});

test.each([
  "// SELECT id FROM learners",
  'const says = "select a village from the list";',
  'const says = "update your phone and set a password";',
  'const says = "people from learners to teachers";',
  "const from = learners.select(update);",
])("%s is not", (source) => {
  expect(found(source)).toEqual([]);
});

test("tables are read from the migration", () => {
  expect(tablesOf("CREATE TABLE a (x);\n  create table if not exists b (y);\n-- CREATE TABLE c")).toEqual(["a", "b"]);
});
