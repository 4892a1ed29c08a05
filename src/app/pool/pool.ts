import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Piscina } from "piscina";
import type { Task, Tasks } from "./worker.ts";

/** Who waits: somebody from outside, who can be asked to come back, or the house itself, which sends what it promised. */
export type DrawingAsker = "stranger" | "house";

export type Pool = {
  /** Does it in a worker. Rejects with `Busy` when too many wait already. */
  readonly run: <T extends Task>(
    task: T,
    given: Parameters<Tasks[T]>[0],
    asker?: DrawingAsker,
  ) => Promise<Awaited<ReturnType<Tasks[T]>>>;
  readonly close: () => Promise<void>;
};

/** Too many wait: answered with 503 and the time to come back. */
export class Busy extends Error {
  readonly statusCode = 503;
}

/**
 * Threads for what would keep the thread that answers people: drawing, hashing. They start with the first task and end
 * when nothing was asked of them for a while, so an idle house pays nothing for them.
 */
export const workerPool = (limits: Partial<PoolLimits> = {}): Pool => {
  const { threads, strangers, house, idleMs, longestMs } = { ...poolLimits(), ...limits };
  let started: Promise<Piscina> | null = null;
  let inside = 0;
  let closed = false;

  // Loaded with the first task: at start nobody waits for a picture yet.
  const start = async (): Promise<Piscina> => {
    const { Piscina: Pool } = await import("piscina");
    return new Pool({
      filename: workerFile(),
      // Flags of the main program, such as a test runner's, are not the workers'.
      execArgv: [],
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: idleMs,
      maxQueue: house,
      recordTiming: false,
      // Enough for the largest sheet; a task that wants more ends its worker, not the house.
      resourceLimits: { maxOldGenerationSizeMb: 192 },
    });
  };

  return {
    run: async (task, given, asker = "stranger") => {
      if (closed || inside - threads >= (asker === "stranger" ? strangers : house)) throw new Busy(task);
      inside += 1;
      try {
        started ??= start();
        const pool = await started;
        // A worker that does not come back is ended, and the next task gets a new one.
        return await pool.run({ task, given }, { signal: AbortSignal.timeout(longestMs) });
      } finally {
        inside -= 1;
      }
    },
    close: async () => {
      closed = true;
      await (await started)?.destroy();
    },
  };
};

export type PoolLimits = {
  readonly threads: number;
  /** How many of each may wait. */
  readonly strangers: number;
  readonly house: number;
  readonly idleMs: number;
  readonly longestMs: number;
};

const poolLimits = (): PoolLimits => ({
  // One core stays with those who are being answered.
  threads: Math.min(4, Math.max(1, availableParallelism() - 1)),
  // A picture takes 0.1 to 0.2 s: who is last waits some five seconds, and a page's picture may.
  strangers: 32,
  house: 2_000,
  idleMs: 20_000,
  longestMs: 20_000,
});

/** In the folder the build put it in, or beside this file as it was written (under tsx and in tests). */
const workerFile = (): string => {
  const places = ["./from-source.mjs", "./app/pool/worker.js", "../app/pool/worker.js"];
  const found = places.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(fileURLToPath(url)));
  if (!found) throw new Error("app/pool/worker.js is missing; run npm run build");
  return found.href;
};
