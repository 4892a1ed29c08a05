import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";

test("check --watch tells a fault when it is saved, and that it is gone when mended", {
  timeout: 240_000,
}, async () => {
  const root = mkdtempSync(join(tmpdir(), "watch-"));
  for (const folder of ["flows", "content/locales", "content/spoken"])
    cpSync(folder, join(root, folder), { recursive: true });
  cpSync("test/fixtures/base/content", join(root, "content"), { recursive: true });
  const file = join(root, "content/lessons/bai-mau.yaml");
  const sound = readFileSync(file, "utf8");
  const child = spawn(process.execPath, ["--import", "tsx", "test/cli/watch.child.ts", root, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    /** Reads on until what is told fits: one save may be noticed more than once. */
    const told = async (fits: (found: string) => boolean): Promise<void> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error("it ended by itself");
        if (fits(value)) return;
      }
    };
    const misspelt = (found: string): boolean => found.includes("minuts");
    await told((found) => found.startsWith("[") && !misspelt(found));
    writeFileSync(file, sound.replace("\nminutes:", "\nminuts:"));
    await told(misspelt);
    writeFileSync(file, sound);
    await told((found) => found.startsWith("[") && !misspelt(found));
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill();
    rmSync(root, { recursive: true });
  }
});
