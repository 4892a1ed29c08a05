import { Worker } from "node:worker_threads";
import { z } from "zod";
import { driverPath } from "../driver.ts";

/** Answers read-only statements in a thread of its own, so that a heavy count never delays a resident's reply. */
export type ReadThread = {
  ask(sql: string, parameters: readonly unknown[]): Promise<unknown[]>;
  close(): Promise<void>;
};

/** Starts with the first question; a thread that died is replaced by the next one. */
export const readThread = (file: string): ReadThread => {
  let worker: Worker | null = null;
  let closed = false;
  let next = 0;
  const waiting = new Map<number, { resolve: (rows: unknown[]) => void; reject: (error: Error) => void }>();

  const start = (): Worker => {
    const started = new Worker(source, { eval: true, workerData: { file, sqlite: driverPath() } });
    started.on("message", (raw: unknown) => {
      const answer = Answer.parse(raw);
      const asked = waiting.get(answer.n);
      waiting.delete(answer.n);
      if (answer.error === undefined) asked?.resolve(answer.rows ?? []);
      else asked?.reject(new Error(answer.error));
    });
    const gone = (why: Error) => {
      if (worker !== started) return;
      worker = null;
      for (const { reject } of waiting.values()) reject(why);
      waiting.clear();
    };
    started.on("error", gone);
    started.on("exit", () => gone(new Error("the reading thread ended")));
    // A pending count must not keep a process alive that has been told to stop.
    started.unref();
    return started;
  };

  return {
    ask: (sql, parameters) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error("the store is closed"));
        worker ??= start();
        waiting.set(++next, { resolve, reject });
        worker.ref();
        worker.postMessage({ n: next, sql, parameters });
      }),
    async close() {
      closed = true;
      await worker?.terminate();
    },
  };
};

const Answer = z.object({ n: z.number(), rows: z.array(z.unknown()).optional(), error: z.string().optional() });

// Given as text, because a thread needs a file of its own otherwise, and there is none inside a bundle or under a test
// runner. Keep it small: it knows no table and no statement.
const source = `
const { parentPort, workerData } = require("node:worker_threads");
const { readlinkSync } = require("node:fs");
const { setPriority } = require("node:os");
const Database = require(workerData.sqlite);
let db;
const open = () => {
  // Behind everybody who is being answered, where a thread can have a rank of its own (Linux).
  try { setPriority(Number(readlinkSync("/proc/thread-self").split("/").pop()), 5); } catch {}
  const db = new Database(workerData.file, { readonly: true, timeout: 5000 });
  db.pragma("cache_size = -32768");
  return db;
};
parentPort.on("message", ({ n, sql, parameters }) => {
  try {
    db ??= open();
    parentPort.postMessage({ n, rows: db.prepare(sql).all(parameters) });
  } catch (error) {
    parentPort.postMessage({ n, error: String(error && error.message) });
  }
});`;
