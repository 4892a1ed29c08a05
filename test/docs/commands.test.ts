import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { settingFault } from "../../src/config.ts";

// The guide's commands, units and settings belong together: one settings file, and every folder that is written to.

const guide = readFileSync(new URL("../../docs/van-hanh.md", import.meta.url), "utf8");
const blocks = (kind: string) =>
  [...guide.matchAll(new RegExp(`^ *\`\`\`${kind}\\n([\\s\\S]*?)^ *\`\`\``, "gm"))].map(([, text = ""]) => text);
const ENV = "/etc/binh-dan-hoc-vu-so/env";

test("every command of the channels names the server's settings file, the same one everywhere", () => {
  const commands = [...guide.matchAll(/cli -- channels (?:setup|probe) [^`\n]*/g)].map(([command]) => command);
  expect(commands.length).toBeGreaterThan(6);
  for (const command of commands) expect(command).toMatch(/ --env \/etc\/binh-dan-hoc-vu-so\/env *$/);
  const [unit = ""] = blocks("ini");
  expect(unit).toContain(`EnvironmentFile=${ENV}\n`);
  expect(blocks("sh").some((text) => text.includes(`set -a; . ${ENV}; set +a`))).toBe(true);
  expect(blocks("sh").some((text) => text.includes(`.env.example ${ENV}\n`))).toBe(true);
  // What setup says where it cannot write is the guide's folder.
  expect(readFileSync(new URL("../../src/cli/env-file.ts", import.meta.url), "utf8")).toContain(
    '"/etc/binh-dan-hoc-vu-so"',
  );
});

const settings = blocks("sh")
  .flatMap((text) => text.split("\n").map((line) => line.trim()))
  .filter((line) => /^[A-Z][A-Z_]*=/.test(line) && !line.includes(" npm "));

test("every setting the guide writes holds, and a shell reads what the server reads", () => {
  const named = parseEnv(settings.join("\n"));
  expect(Object.keys(named).length).toBeGreaterThan(8);
  for (const [name, value] of Object.entries(named))
    if (value) expect([name, settingFault(name, value)]).toEqual([name, null]);
  const folder = mkdtempSync(join(tmpdir(), "guide-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "env"), settings.join("\n"));
  const { stdout, stderr } = spawnSync("sh", ["-ec", `set -a; . ${folder}/env; env -0`], {
    env: { PATH: process.env.PATH },
  });
  expect(stderr.toString()).toBe("");
  const read = stdout.toString().split("\0");
  for (const [name, value] of Object.entries(named)) expect(read).toContain(`${name}=${value}`);
  // Nowhere is a tag, or anything a shell takes for its own, told to be put there.
  expect(settings.filter((line) => /[<>|&;$`()]/.test(line))).toEqual([]);
});

test("the unit lets the program write where its settings say, and the guide makes those folders", () => {
  const { DATA_DIR = "", BACKUP_DIR = "" } = parseEnv(settings.join("\n"));
  const [unit = ""] = blocks("ini");
  expect(DATA_DIR).toBe(`/var/lib/${/^StateDirectory=(.*)$/m.exec(unit)?.[1]}`);
  expect(
    /^ReadWritePaths=(.*)$/m
      .exec(unit)?.[1]
      ?.split(" ")
      .map((path) => path.replace(/^-/, "")),
  ).toEqual(["/srv/binh-dan-hoc-vu-so", BACKUP_DIR]);
  const made = blocks("sh").join("\n");
  expect(made).toMatch(new RegExp(`install -d -m 700 -o bdhvs .*${BACKUP_DIR}`));
  expect(unit).not.toMatch(/^ExecStart=\S*\/npm/m);
});
