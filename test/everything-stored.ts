/** What a statement answers; enough of a database to be read through. */
type Readable = {
  readonly prepare: (sql: string) => { readonly all: () => unknown[]; readonly pluck: () => { all: () => unknown[] } };
};

/** Every row of every table as one text, so that a test can say that something stands nowhere. */
export const everythingStored = (db: Readable): string =>
  db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all()
    // The content the house ships with is no one's words, and it warns of numbers by showing some.
    .filter((table) => table !== "flow_versions")
    .map((table) => `${table}\n${JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all())}`)
    .join("\n");
