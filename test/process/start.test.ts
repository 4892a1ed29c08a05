import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { driver } from "../../src/store/sqlite/driver.ts";
import { freePort, newDataDir, run } from "./process.ts";

// Each case starts whole processes, which takes its time on a small machine with others at work.
vi.setConfig({ testTimeout: 240_000 });

const digest = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

describe("the process", () => {
  test("starts with no setting but a port, prints the addresses and the one-time admin link once, and leaves on SIGTERM", async () => {
    const env = { PORT: await freePort(), DATA_DIR: newDataDir(), HOST: "127.0.0.1", LOG_LEVEL: "error" };
    const first = run(env);
    await first.said("/desk/vao/");
    expect(first.output()).toContain(`http://localhost:${env.PORT}/chat?commune=`);
    expect(first.output()).toContain("(5 xã)");
    for (const path of [
      "/healthz",
      "/readyz",
      "/metrics",
      "/",
      "/chat?commune=phu-binh-thai-nguyen",
      "/ket-qua/phu-xuyen-ha-noi",
    ])
      expect((await fetch(`http://127.0.0.1:${env.PORT}${path}`)).status).toBe(200);
    first.child.kill("SIGTERM");
    expect(await first.exit).toBe(0);
    const second = run(env);
    await second.said("/desk");
    second.child.kill("SIGTERM");
    expect(await second.exit).toBe(0);
  });

  test("says one clear line for each wrong setting and exits 1; no secret is printed", async () => {
    const p = run({
      PORT: "abc",
      TELEGRAM_BOT_TOKEN: "not a token",
      TELEGRAM_MODE: "carrier-pigeon",
      COMMUNE: "atlantis",
      DATA_DIR: newDataDir(),
    });
    expect(await p.exit).toBe(1);
    const lines = p.output().trim().split("\n");
    for (const name of ["PORT", "TELEGRAM_BOT_TOKEN", "TELEGRAM_MODE", "COMMUNE"])
      expect(lines.filter((l) => l.startsWith(`${name}:`))).toHaveLength(1);
    expect(p.output()).not.toContain("not a token");
  });

  test("a port that is taken is one line, exit 1", async () => {
    const env = { PORT: await freePort(), HOST: "127.0.0.1", LOG_LEVEL: "error" };
    const first = run({ ...env, DATA_DIR: newDataDir() });
    await first.said("/desk/vao/");
    const second = run({ ...env, DATA_DIR: newDataDir() });
    expect(await second.exit).toBe(1);
    expect(second.output().trim()).toContain(`PORT: cổng ${env.PORT} đang có chương trình khác dùng`);
    first.child.kill("SIGTERM");
    await first.exit;
  });

  test("a database that is damaged, newer or somebody else's is refused and left byte for byte", async () => {
    const cases: [string, (file: string) => void, string][] = [
      [
        "rubbish",
        (file) =>
          writeFileSync(file, "this is not a database at all, but it is long enough to be looked at".repeat(20)),
        "DATABASE_CORRUPT",
      ],
      [
        "newer",
        (file) => new driver(file).exec("PRAGMA user_version = 9999; CREATE TABLE t (a)").close(),
        "DATABASE_NEWER",
      ],
      ["another program's", (file) => new driver(file).exec("CREATE TABLE theirs (a)").close(), "DATABASE_CORRUPT"],
    ];
    for (const [, make, code] of cases) {
      const dataDir = newDataDir();
      const file = join(dataDir, "house.db");
      make(file);
      const before = digest(file);
      const p = run({ PORT: await freePort(), DATA_DIR: dataDir, LOG_LEVEL: "error" });
      expect(await p.exit).toBe(1);
      expect(p.output().trim().split("\n")).toHaveLength(1);
      expect(p.output()).toContain(code);
      expect(digest(file)).toBe(before);
    }
  });
});
