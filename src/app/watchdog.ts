import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import inspector from "node:inspector";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import type { Watch } from "../turns/watch.ts";

/**
 * A turn that never ends would hold up everybody, and its channel would bring it again after every restart. A thread of
 * its own looks whether the same turn is still under way: after two seconds it leaves a note of which, after fifteen it
 * ends the process, and whoever runs it starts it again. The note is read then. Nothing is written for a healthy turn:
 * what is under way stands in memory that both threads share.
 */
export const watchdog = (folder: string, now: () => number): Watchdog => {
  const note = join(folder, "under-way.json");
  // Read when the first turn comes: the command line opens the same folder beside a running server.
  let known: ReadonlyMap<string, Suspect> | null = null;
  const suspects = (): ReadonlyMap<string, Suspect> => {
    known ??= remembered(folder, note, now());
    return known;
  };
  const shared = new SharedArrayBuffer(head + nameBytes);
  const state = new Int32Array(shared, 0, 3);
  const bytes = Buffer.from(shared, head, nameBytes);
  let turn = 0;
  let worker: Worker | null = null;
  let debugged: NodeJS.Timeout | null = null;
  return {
    suspects: () => [...suspects()].filter(([, { strikes }]) => strikes >= enough).map(([name]) => name),
    barred: (name) => (suspects().get(name)?.strikes ?? 0) >= enough,
    begin: (name) => {
      turn = (turn % 2_000_000_000) + 1;
      Atomics.store(state, 1, bytes.write(name));
      Atomics.store(state, 0, turn);
    },
    end: () => void Atomics.store(state, 0, 0),
    start: () => {
      suspects();
      const look = (): void => void Atomics.store(state, 2, inspector.url() === undefined ? 0 : 1);
      look();
      debugged = setInterval(look, 1_000).unref();
      worker = new Worker(source, {
        eval: true,
        workerData: { shared, head, note, lookMs: 500, noteMs: 2_000, endMs: 15_000 },
      });
      worker.unref();
    },
    close: async () => {
      if (debugged) clearInterval(debugged);
      await worker?.terminate();
    },
  };
};

export type Watchdog = Watch & {
  /** The updates that are not tried again. */
  readonly suspects: () => readonly string[];
  readonly start: () => void;
  readonly close: () => Promise<void>;
};

/** Two: one that was ended from outside while it was slow may have been unlucky, and gets another try; ended by the watch it had its time. */
const enough = 2;
/** As long as channels bring an update again, and the inbox knows it. */
const suspectMs = 7 * 24 * 3_600_000;
const head = 12;
const nameBytes = 500;

const Note = z.object({ name: z.string(), stuck: z.boolean() });
const Suspects = z.record(z.string(), z.object({ strikes: z.number(), at: z.number() }));
type Suspect = z.infer<typeof Suspects>[string];

/** What earlier processes ended in, this last time too. */
const remembered = (folder: string, note: string, now: number): ReadonlyMap<string, Suspect> => {
  const file = join(folder, "suspects.json");
  const fresh = Object.entries(read(file, Suspects) ?? {}).filter(([, { at }]) => now - at < suspectMs);
  const suspects = new Map<string, Suspect>(fresh);
  const last = read(note, Note);
  if (last) {
    const before = suspects.get(last.name)?.strikes ?? 0;
    suspects.set(last.name, { strikes: before + (last.stuck ? enough : 1), at: now });
    writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(suspects)), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  rmSync(note, { force: true });
  return suspects;
};

/** A file that is missing or was half written says nothing. */
const read = <T>(file: string, shape: z.ZodType<T>): T | null => {
  try {
    return shape.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
};

// Given as text, because a thread needs a file of its own otherwise. It counts its own looks instead of reading a clock: a
// laptop that slept for an hour was not stuck for one. While a debugger is attached it only watches.
const source = `
const { workerData } = require("node:worker_threads");
const fs = require("node:fs");
const { shared, head, note, lookMs, noteMs, endMs } = workerData;
const state = new Int32Array(shared, 0, 3);
let turn = 0, waited = 0, noted = false;
const leave = (stuck) => {
  const name = Buffer.from(Buffer.from(shared, head, Atomics.load(state, 1))).toString();
  fs.writeFileSync(note + ".new", JSON.stringify({ name, stuck }), { mode: 0o600 });
  fs.renameSync(note + ".new", note);
};
setInterval(() => {
  const now = Atomics.load(state, 0);
  if (now === 0 || now !== turn || Atomics.load(state, 2) === 1) {
    turn = now;
    waited = 0;
    if (noted) fs.rmSync(note, { force: true });
    noted = false;
    return;
  }
  waited += lookMs;
  if (!noted && waited >= noteMs) {
    leave(false);
    noted = true;
  }
  if (waited < endMs) return;
  leave(true);
  fs.writeSync(2, "a turn did not end; the process is ended so that it can be started again without it\\n");
  process.kill(process.pid, "SIGKILL");
}, lookMs);
`;
