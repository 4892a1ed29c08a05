import { chmodSync, copyFileSync, existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { faults } from "../errors.ts";
import { keepPrivate } from "../store/private-files.ts";
import { sound } from "../store/sqlite/open.ts";
import type { Verb } from "./verb.ts";

/** `restore FILE`: puts a backup in place of the database. The server must be stopped; the present database is kept beside it. */
export const restore: Verb = {
  usage: "restore FILE",
  says: "put a backup in place (stop the server first); the present database is kept beside it",
  run: async ({ words, config }) => {
    const [file] = words;
    if (!file || !existsSync(file)) return { fault: "restore needs a FILE that exists" };
    const whole = sound(file);
    if (!whole.ok)
      return { fault: `${file}: ${whole.fault.cause || faults[whole.fault.code].says}; nothing was changed` };
    keepPrivate(config.dataDir);
    const database = join(config.dataDir, "house.db");
    const kept = `${database}.before-restore-${Date.now()}`;
    for (const part of ["", "-wal", "-shm"]) if (existsSync(database + part)) renameSync(database + part, kept + part);
    // Copied beside it first and then renamed, so that a full disk leaves no half database in place.
    copyFileSync(file, `${database}.restoring`);
    // A copy keeps the rights of the file it was made from.
    chmodSync(`${database}.restoring`, 0o600);
    renameSync(`${database}.restoring`, database);
    return {
      value: { restored: file, kept: existsSync(kept) ? kept : null },
      lines: [`restored from ${file}`, ...(existsSync(kept) ? [`the database until now is ${kept}`] : [])],
    };
  },
};
