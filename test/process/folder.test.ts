import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { freePort, newDataDir, run } from "./process.ts";

// Each case starts whole processes, which takes its time on a small machine with others at work.
vi.setConfig({ testTimeout: 240_000 });

const oneLine = (output: string): string[] => output.trim().split("\n");

describe("a folder that is taken, or cannot be written", () => {
  test("a second server refuses, naming the first; killed outright, the first leaves the folder to the next", async () => {
    const dataDir = newDataDir();
    const env = async () => ({ PORT: await freePort(), DATA_DIR: dataDir, HOST: "127.0.0.1", LOG_LEVEL: "error" });
    const first = run(await env());
    await first.said("/desk/vao/");
    const second = run(await env());
    expect(await second.exit).toBe(1);
    expect(oneLine(second.output())).toEqual([
      expect.stringMatching(new RegExp(`PID ${first.child.pid}, server, .*HOUSE_RUNNING`)),
    ]);
    first.child.kill("SIGKILL");
    await first.exit;
    const third = run(await env());
    await third.said("/desk");
    expect(JSON.parse(readFileSync(join(dataDir, "house.lock"), "utf8"))).toMatchObject({ pid: third.child.pid });
    third.child.kill("SIGTERM");
    expect(await third.exit).toBe(0);
  });

  test("a folder that is a file: one line with cause and cure, exit 1, no stack trace", async () => {
    const file = join(newDataDir(), "a-file");
    writeFileSync(file, "");
    const p = run({ PORT: await freePort(), DATA_DIR: join(file, "data"), HOST: "127.0.0.1" });
    expect(await p.exit).toBe(1);
    expect(oneLine(p.output())).toEqual([expect.stringMatching(/ENOTDIR.*STORE_READONLY/)]);
  });

  // Root may write where nobody may.
  test.skipIf(process.getuid?.() === 0)("a folder that may only be read: one line, exit 1", async () => {
    const dataDir = newDataDir();
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o500);
    const p = run({ PORT: await freePort(), DATA_DIR: dataDir, HOST: "127.0.0.1" });
    expect(await p.exit).toBe(1);
    expect(oneLine(p.output())).toEqual([expect.stringMatching(/STORE_READONLY/)]);
  });

  test("a disk that is full at the start: one line with cause and cure, exit 1, no stack trace", async () => {
    // No file may grow over 8 KB, which is a full disk to whoever writes; the signal that comes with it is let be.
    const quiet = `data:text/javascript,${encodeURIComponent('process.on("SIGXFSZ", () => {})')}`;
    const p = run(
      { PORT: await freePort(), DATA_DIR: newDataDir(), HOST: "127.0.0.1", NODE_OPTIONS: `--import ${quiet}` },
      { fileBlocks: 8 },
    );
    expect(await p.exit).toBe(1);
    expect(oneLine(p.output())).toEqual([expect.stringMatching(/(STORE_FULL|STORE_FAILED)/)]);
    expect(p.output()).not.toContain("    at ");
  });
});
