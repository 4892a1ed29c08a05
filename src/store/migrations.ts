import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The migrations in order; the first brings an empty database to `user_version` 1. A file is never changed once released. */
export const migrations = (directory: URL = beside()): readonly string[] =>
  readdirSync(directory)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => readFileSync(new URL(name, directory), "utf8"));

// Beside this file in the source; in the bundle this code stands in dist/ or dist/chunks/, and the build put them into dist/.
const beside = (): URL =>
  ["./migrations/", "../migrations/"].map((path) => new URL(path, import.meta.url)).find(existsSync) ??
  new URL("./migrations/", import.meta.url);
