import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { startFakeTelegram } from "../../fakes/telegram/server.ts";

// A whole process, on a small machine with others at work.
vi.setConfig({ testTimeout: 240_000 });

const cli = resolve(import.meta.dirname, "../../../dist/cli.js");
const TOKEN = "123456789:AAAAbbbbCCCCddddEEEEffffGGGGhhhhIII";

const setUp = async (typed: string, env: Readonly<Record<string, string>>) => {
  const folder = mkdtempSync(join(tmpdir(), "setup-"));
  const child = spawn(process.execPath, [cli, "channels", "setup", "telegram", "--json"], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? "", DATA_DIR: join(folder, "data"), ...env },
  });
  let out = "";
  let screen = "";
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (screen += String(chunk)));
  child.stdin.end(typed);
  const [code] = await once(child, "close");
  return { code, out, screen, file: join(folder, ".env") };
};

test("answers may come from a file; .env is written where the command is run; an end in the middle is said", async () => {
  const fake = await startFakeTelegram({ token: TOKEN });
  const env = { TELEGRAM_API_ROOT: fake.root };
  const done = await setUp(`${TOKEN}\n\n\n`, env);
  expect(done.screen).not.toContain(TOKEN);
  expect(done.code).toBe(0);
  expect(JSON.parse(done.out)).toEqual({ channel: "telegram", standing: true, file: ".env" });
  expect(readFileSync(done.file, "utf8")).toContain(`TELEGRAM_BOT_TOKEN=${TOKEN}`);
  const stopped = await setUp(`${TOKEN}\n`, env);
  expect(stopped.code).toBe(1);
  expect(stopped.screen).toContain("dừng giữa chừng");
  await fake.close();
});
