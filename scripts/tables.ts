import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrations } from "../src/store/migrations.ts";
import { withChainHash } from "../src/store/sqlite/chain-hash.ts";
import { driver } from "../src/store/sqlite/driver.ts";
import { conclude, root, started } from "./files.ts";

// Writes src/store/sqlite/tables.ts from the migrations; with --check only compares. A column that is renamed, or may
// hold nothing, is then a fault of the compiler wherever a row is read or written by its name.

const columnTypes: Readonly<Record<string, string>> = {
  TEXT: "string",
  INTEGER: "number",
  REAL: "number",
  BLOB: "Buffer",
};

type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number; hidden: number };
type View = { name: string; sql: string };

/** The types of all tables, as an empty database has them after every migration. */
export function tableTypes(): string {
  const db = withChainHash(new driver(":memory:"));
  for (const script of migrations()) db.exec(script);
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
    .map(String);
  const typed = tables.map((table) => {
    const columns = db.pragma(`table_xinfo(${table})`) as Column[]; // the columns of this pragma
    const keys = columns.filter((c) => c.pk > 0);
    const lines = columns.map((c) => {
      const type = columnTypes[c.type];
      if (type === undefined) throw new Error(`${table}.${c.name}: no type for ${c.type}`);
      const filled = c.dflt_value !== null || c.hidden > 0 || (keys.length === 1 && c.pk > 0 && c.type === "INTEGER");
      const value = c.notnull > 0 || c.pk > 0 ? type : `${type} | null`;
      return `    ${c.name}: ${filled ? `Generated<${value}>` : value};`;
    });
    return [`  ${table}: {`, ...lines, "  };"].join("\n");
  });
  const views = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name").all() as View[]; // these two columns
  // A column of a view is what it is in its table; of a view that works one out nothing is known, and none is read here.
  const seen = views.flatMap(({ name: view, sql }) => {
    const columns = db.prepare(`SELECT * FROM ${view}`).columns();
    if (columns.some((c) => c.table === null || c.column === null)) return [];
    // Of several selects in one the driver names the last; the others may hold nothing where it holds something.
    const or = /\bUNION\b/i.test(sql) ? " | null" : "";
    const lines = columns.map((c) => `    ${c.name}: Tables["${c.table}"]["${c.column}"]${or};`);
    return [[`  ${view}: {`, ...lines, "  };"].join("\n")];
  });
  db.close();
  return [
    'import type { Generated } from "kysely";',
    "",
    "/** Every table as the migrations made it. Times are epoch ms, flags 0 or 1. Written by `npm run tables`; do not edit. */",
    "export type Tables = {",
    ...typed,
    ...seen,
    "};",
    "",
  ].join("\n");
}

if (started(import.meta.filename)) {
  const file = join(root, "src/store/sqlite/tables.ts");
  const types = tableTypes();
  if (process.argv.includes("--check")) {
    const same = readFileSync(file, "utf8") === types;
    conclude(
      "tables",
      same ? [] : ["src/store/sqlite/tables.ts is not what the migrations make; run: npm run tables"],
      "all tables",
    );
  }
  writeFileSync(file, types);
}
