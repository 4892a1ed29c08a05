import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { driver, driverPath } from "./driver.ts";

/** Rows of each table. */
export type Rows = Readonly<Record<string, number>>;

/**
 * Copies a database into an empty file and proves the copy, in a thread of its own: nobody who is being answered waits,
 * and writers go on. One read of one moment, so that it ends however much is written meanwhile (copying page by page
 * begins anew with every write of another), and what was erased is not in it. Rejects with the driver's error.
 * `progress`: bytes written and about how many there will be.
 */
export const copyInto = async (
  file: string,
  to: string,
  progress: (done: number, of: number) => void = () => {},
): Promise<Rows> => {
  const worker = new Worker(source, { eval: true, workerData: { file, to, sqlite: driverPath() } });
  const size = statSync(file).size;
  const timer = setInterval(() => progress(Math.min(statSync(to).size, size), size), 1_000);
  try {
    const said = Said.parse(
      await new Promise((done, failed) => {
        worker.once("message", done);
        worker.once("error", failed);
        worker.once("exit", () => failed(new Error("the copying thread ended")));
      }),
    );
    if ("error" in said) throw said.code ? new driver.SqliteError(said.error, said.code) : new Error(said.error);
    return said.rows;
  } finally {
    clearInterval(timer);
    await worker.terminate();
  }
};

const Said = z.union([
  z.object({ rows: z.record(z.string(), z.number()) }),
  z.object({ error: z.string(), code: z.string().nullable() }),
]);

// Given as text, because a thread needs a file of its own otherwise, and there is none inside a bundle or under a test runner.
const source = `
const { parentPort, workerData: { file, to, sqlite } } = require("node:worker_threads");
const { readlinkSync } = require("node:fs");
const { setPriority } = require("node:os");
const Database = require(sqlite);
// Behind everybody who is being answered, where a thread can have a rank of its own (Linux).
try { setPriority(Number(readlinkSync("/proc/thread-self").split("/").pop()), 10); } catch {}
const count = (db) => Object.fromEntries(
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all()
    .map((name) => [name, db.prepare('SELECT count(*) FROM "' + name + '"').pluck().get()]));
try {
  const from = new Database(file, { readonly: true, timeout: 10_000 });
  from.pragma("temp_store = MEMORY");
  const before = count(from);
  from.prepare("VACUUM INTO ?").run(to);
  const after = count(from);
  from.close();
  const copy = new Database(to, { readonly: true });
  const verdict = copy.pragma("integrity_check(1)", { simple: true });
  if (verdict !== "ok") throw Object.assign(new Error("the copy does not hold: " + verdict), { code: "SQLITE_CORRUPT" });
  const rows = count(copy);
  copy.close();
  for (const name of Object.keys(before)) {
    // Between the two counts rows came and went; a table that held something at both ends is not empty in between.
    const least = Math.min(before[name], after[name] ?? 0);
    if (rows[name] === undefined || (least > 0 && rows[name] === 0) || (after[name] >= before[name] && rows[name] < before[name] * 0.99))
      throw Object.assign(new Error("the copy lacks rows of " + name), { code: "SQLITE_CORRUPT" });
  }
  parentPort.postMessage({ rows });
} catch (error) {
  parentPort.postMessage({ error: String(error && error.message), code: (error && error.code) || null });
}`;
