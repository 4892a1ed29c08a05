import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { driverPath } from "../../src/store/sqlite/driver.ts";
import { lock, workingOn } from "../../src/store/sqlite/lock.ts";
import { tempDir } from "./house.ts";

const taken = (dir: string, work = "server") => {
  const result = lock(dir, work);
  if (!result.ok) throw new Error(result.fault.cause);
  return result.value;
};

test("a second one is refused and told which process it is; after the first let go it may", () => {
  const dir = tempDir();
  const first = taken(dir);
  expect(lock(dir, "restore")).toMatchObject({
    ok: false,
    fault: { code: "HOUSE_RUNNING", cause: expect.stringContaining(`PID ${process.pid}, server, 20`) },
  });
  expect(workingOn(dir)).toMatchObject({ pid: process.pid, work: "server" });
  first.release();
  first.release();
  expect(existsSync(join(dir, "house.lock"))).toBe(false);
  expect(workingOn(dir)).toBeNull();
  taken(dir, "restore").release();
});

/** A process of its own that holds the lock as this program does, and writes the note. */
const other = async (dir: string) => {
  const child = spawn(
    process.execPath,
    [
      "-e",
      `const db = new (require(${JSON.stringify(driverPath())}))(process.argv[1] + "/house.lock.db");
       db.exec("BEGIN EXCLUSIVE"); console.log("held"); setInterval(() => {}, 1e6);`,
      dir,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
};
const note = (dir: string, more: object) =>
  writeFileSync(
    join(dir, "house.lock"),
    JSON.stringify({ pid: 1, work: "server", since: "2026-11-30T00:00:00Z", boot: null, started: null, ...more }),
  );

test("another process is refused to us while it lives, and taken over from when it was killed", async () => {
  const dir = tempDir();
  const child = await other(dir);
  note(dir, { pid: child.pid });
  expect(lock(dir, "server")).toMatchObject({
    ok: false,
    fault: { cause: expect.stringContaining(`PID ${child.pid}, server`) },
  });
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(workingOn(dir)).toBeNull();
  const mine = taken(dir);
  expect(JSON.parse(readFileSync(join(dir, "house.lock"), "utf8"))).toMatchObject({ pid: process.pid });
  mine.release();
});

test("without a note, or with half of one, the lock of the system alone refuses", async () => {
  const dir = tempDir();
  await other(dir);
  for (const text of ["", '{"pid":', "[]"]) {
    writeFileSync(join(dir, "house.lock"), text);
    expect(lock(dir, "server")).toMatchObject({ ok: false, fault: { code: "HOUSE_RUNNING" } });
  }
});

test("a note of a number that another process has since got is not believed", async () => {
  const dir = tempDir();
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  // As a file system without locks would leave it: the note alone.
  note(dir, { pid: child.pid });
  expect(lock(dir, "server").ok).toBe(false);
  note(dir, { pid: child.pid, boot: "another start of the machine" });
  taken(dir).release();
  note(dir, { pid: child.pid, started: "12345" });
  if (process.platform === "linux") taken(dir).release();
});
