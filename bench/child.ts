import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";

/** A process of ours, with questions and answers over IPC. */
export type Child = {
  readonly name: string;
  readonly ask: <T>(question: object) => Promise<T>;
  readonly stop: () => Promise<void>;
  /** Rejects when the process ends before it was told to. */
  readonly died: Promise<never>;
};

const running = new Set<ChildProcess>();

/** Starts `node <args>`; what it prints goes to `log`, whose end is shown if it dies. */
export const startChild = (
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string,
  log: string,
): Child => {
  const out = openSync(log, "a");
  const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", out, out, "ipc"] });
  closeSync(out);
  running.add(child);
  let stopping = false;
  let last = 0;
  const waiting = new Map<number, (answer: unknown) => void>();
  child.on("message", ({ id, answer }: { id: number; answer: unknown }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  const died = new Promise<never>((_, reject) => {
    child.once("exit", (code, signal) => {
      running.delete(child);
      if (!stopping) reject(new Error(`${name} ended (${signal ?? code}):\n${readFileSync(log, "utf8").slice(-2000)}`));
    });
  });
  died.catch(() => null);
  return {
    name,
    died,
    // The answer's type is the asker's knowledge of its own two lines in the child.
    ask: <T>(question: object) => {
      const id = ++last;
      const answer = new Promise<T>((resolve) => waiting.set(id, resolve as (answer: unknown) => void));
      child.send({ id, ...question });
      return Promise.race([answer, died]);
    },
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 12_000);
      await gone;
      clearTimeout(late);
    },
  };
};

/** For an interrupted run: nothing we started may stay. */
export const killAll = (): void => {
  for (const child of running) child.kill("SIGKILL");
};
