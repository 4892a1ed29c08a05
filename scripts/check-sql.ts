import { conclude, files, started } from "./files.ts";
import { literalsIn, type Piece } from "./literals.ts";

// Only src/store writes SQL. The dependency rule stops the driver at the wall; this stops a statement handed across it.

/** The pieces of a source file that are SQL. `tables` are looked for in any case of letters; other statements in capitals only, for "select … from" is also English. */
export function sqlIn(source: string, path: string, tables: readonly string[]): Piece[] {
  const names = `["\`[]?(${tables.join("|")}|sqlite_master|sqlite_schema)\\b`;
  const onTables = new RegExp(
    `\\b(select\\b[^;]*\\bfrom|delete\\s+from|insert\\s+(or\\s+\\w+\\s+)?into|replace\\s+into)\\s+${names}|\\bupdate\\s+${names}["\`\\]]?\\s+set\\b|\\bjoin\\s+${names}[^;]*\\bon\\b`,
    "i",
  );
  return literalsIn(source, path).filter(({ text }) => STATEMENT.test(text) || onTables.test(text));
}

/** The tables of a migration. */
export const tablesOf = (migration: string): string[] =>
  [...migration.matchAll(/^\s*CREATE\s+(?:VIRTUAL\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)/gim)].flatMap(
    (match) => match[1] ?? [],
  );

const STATEMENT =
  /\b(SELECT\b[^;]*\bFROM|DELETE\s+FROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\S+\s+SET|(CREATE|DROP|ALTER)\s+(UNIQUE\s+)?(TABLE|INDEX|VIEW|TRIGGER)|PRAGMA\s+\w+|BEGIN\s+(IMMEDIATE|EXCLUSIVE|TRANSACTION)|VACUUM\s+INTO|ON\s+CONFLICT)\b/;

/** This rule itself, and what writes the store's types from its own tables. Neither is part of the server. */
const SPEAK_OF_THE_STORE: ReadonlySet<string> = new Set(["scripts/check-sql.ts", "scripts/tables.ts"]);

if (started(import.meta.filename)) {
  const tables = files("src/store/migrations").flatMap(({ text }) => tablesOf(text ?? ""));
  const outside = files("src", "scripts").filter(({ path }) => !path.startsWith("src/store/"));
  const faults = outside.flatMap(({ path, text }) => {
    if (path.endsWith(".sql")) return [`${path}: a file of SQL belongs to src/store`];
    if (!/\.tsx?$/.test(path) || text === null || SPEAK_OF_THE_STORE.has(path)) return [];
    return sqlIn(text, path, tables).map(
      (piece) => `${path}:${piece.line}: SQL outside src/store: ${piece.text.trim().slice(0, 60)}`,
    );
  });
  conclude("check-sql", faults, `${outside.length} files outside src/store, ${tables.length} tables`);
}
