import { readdirSync, readFileSync } from "node:fs";

/** The migrations in order; the first brings an empty database to `user_version` 1. A file is never changed once released. */
export const migrations = (directory: URL = new URL("./migrations/", import.meta.url)): readonly string[] =>
  readdirSync(directory)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => readFileSync(new URL(name, directory), "utf8"));
