import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const main = resolve(import.meta.dirname, "../../dist/main.js");

export type Process = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
  readonly said: (text: string) => Promise<void>;
};

/** The built server as its own process, with exactly these settings. `fileBlocks`: no file may grow over so many KB. */
export const run = (
  env: Readonly<Record<string, string>>,
  { fileBlocks }: { readonly fileBlocks?: number } = {},
): Process => {
  const [command, args] = fileBlocks
    ? ["/bin/bash", ["-c", `ulimit -f ${fileBlocks}; exec "$0" "$1"`, process.execPath, main]]
    : [process.execPath, [main]];
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      output += String(chunk);
      for (const l of listeners) l();
    });
  const exit = once(child, "exit").then(([code]) => (typeof code === "number" ? code : null));
  return {
    child,
    output: () => output,
    exit,
    said: (text) =>
      new Promise((done, failed) => {
        const look = (): void => {
          if (!output.includes(text)) return;
          listeners.delete(look);
          done();
        };
        listeners.add(look);
        void exit.then(() => failed(new Error(`ended before saying "${text}":\n${output}`)));
        look();
      }),
  };
};

export const newDataDir = (): string => mkdtempSync(join(tmpdir(), "house-process-"));

/** A port nobody uses at this moment. */
export const freePort = async (): Promise<string> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return String(typeof address === "object" && address ? address.port : 0);
};
