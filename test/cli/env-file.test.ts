import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { channels } from "../../src/cli/channels.ts";
import { fileFault, readSettings, unwritable, withSettings, writeSettings } from "../../src/cli/env-file.ts";
import type { Input } from "../../src/cli/verb.ts";

test("a setting is changed where it stands, also as a comment; everything else stays", () => {
  const before = "# words\nPORT=3000\n#PUBLIC_URL=https://hoc.example.vn\n\nPORT=4000\n";
  expect(withSettings(before, { PUBLIC_URL: "https://a.vn", PORT: "5000", NEW: "x" })).toBe(
    "# words\nPORT=3000\nPUBLIC_URL=https://a.vn\n\nPORT=5000\nNEW=x\n",
  );
});

test("what was written is what is read, whatever stands beside it", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-&(-~]([ -&(-~]{0,60}[!-&(-~])?$/), fc.string(), (value, other) => {
      const text = withSettings(other.replace(/\r/g, ""), { ZALO_X: value });
      const own = text.split("\n").find((line) => line.startsWith("ZALO_X="));
      expect(parseEnv(own ?? "").ZALO_X).toBe(value);
    }),
  );
});

/** What systemd.exec(5) says of EnvironmentFile: quotes at the start of a value, escapes between double ones alone. */
const bySystemd = (line: string): string => {
  const value = line.slice(line.indexOf("=") + 1);
  if (value.startsWith("'")) return /^'([^']*)'\s*$/.exec(value)?.[1] ?? "unread";
  if (value.startsWith('"'))
    return (/^"((?:[^"\\]|\\.)*)"\s*$/.exec(value)?.[1] ?? "unread").replace(/\\(["\\$`])/g, "$1");
  return value.replace(/\\(.)/g, "$1").trim();
};

test("a shell, systemd and Node read back every value that is written, and the others are refused", () => {
  const odd = [
    ..."'\"`$\\#;&|<>(){}[]*?~!^% \t=,@"
      .split("")
      .flatMap((sign) => [sign, `a${sign}b`, `a b${sign}`, `${sign}${sign}`]),
    ...[
      "$HOME",
      "$(id)",
      "`id`",
      "a'b",
      'it\'s "so"',
      "https://a.vn/?x=1&y=2#z",
      "-n",
      "export A=1",
      "\\n",
      "Mã số",
      "💥",
    ],
    '<meta name="zalo-platform-site-verification" content="Ab-3" />',
    ...fc.sample(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), 300),
  ].map((value) => value.trim());
  const kept = odd.filter((value) => value !== "" && unwritable(value) === null);
  expect(kept.length).toBeGreaterThan(300);
  const named = Object.fromEntries(kept.map((value, n) => [`V${n}`, value]));
  const path = join(mkdtempSync(join(tmpdir(), "env-file-")), "env");
  writeSettings(path, named);
  const text = readFileSync(path, "utf8");
  expect(readSettings(path)).toEqual(named);
  expect(
    Object.fromEntries(
      text
        .trimEnd()
        .split("\n")
        .map((line) => [line.split("=")[0], bySystemd(line)]),
    ),
  ).toEqual(named);
  const shell = spawnSync("sh", ["-c", `set -a; . ${path}; exec env -0`], { env: { PATH: process.env.PATH ?? "" } });
  expect(shell.stderr.toString()).toBe("");
  const read = Object.fromEntries(
    shell.stdout
      .toString()
      .split("\0")
      .map((entry) => [entry.slice(0, entry.indexOf("=")), entry.slice(entry.indexOf("=") + 1)]),
  );
  expect(read).toMatchObject(named);
  for (const value of ["a'\"b", "two\nlines", "\0", "it's $5"]) {
    expect(unwritable(value)).not.toBeNull();
    expect(() => withSettings("", { V: value })).toThrow(/setting/);
  }
});

test("the example file may be read by a shell, also with every example switched on", () => {
  const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
  const on = example.replace(/^#([A-Z_]+=)/gm, "$1");
  const path = join(mkdtempSync(join(tmpdir(), "env-file-")), "env");
  writeFileSync(path, on);
  const shell = spawnSync("sh", ["-c", `set -ae; . ${path}; exec env -0`], { env: { PATH: process.env.PATH ?? "" } });
  expect(shell.stderr.toString()).toBe("");
  const read = shell.stdout.toString().split("\0");
  for (const [name, value] of Object.entries(parseEnv(on))) expect(read).toContain(`${name}=${value}`);
});

/** Root may write everywhere; so that these tests mean the same to it, it becomes nobody for a moment. */
const asNobody = <T>(run: () => T): T => {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65_534);
  try {
    return run();
  } finally {
    process.seteuid?.(0);
  }
};

test("where the file cannot be written, the first question is not asked: file, folder and cure are said", async () => {
  const folder = mkdtempSync(join(tmpdir(), "env-file-"));
  const [own, readOnly] = [join(folder, "own"), join(folder, "read-only")];
  for (const path of [own, readOnly]) mkdirSync(path);
  chmodSync(folder, 0o755);
  chmodSync(own, 0o777);
  writeFileSync(join(readOnly, "env"), "PORT=1\n");
  chmodSync(readOnly, 0o555);
  expect(asNobody(() => fileFault(join(own, "env")))).toBeNull();
  expect(readdirSync(own)).toEqual([]);
  writeFileSync(join(own, "roots"), "");
  chmodSync(join(own, "roots"), 0o000);
  for (const path of [
    join(readOnly, "env"),
    join(readOnly, "other"),
    join(own, "roots"),
    own,
    join(folder, "none", "env"),
    join(readOnly, "env", "env"),
  ]) {
    const fault = asNobody(() => fileFault(path));
    expect(fault?.vi, path).toContain(path);
    expect(fault?.vi).toMatch(/thư mục .* install -d -m 700 -o \S+ \/etc\/binh-dan-hoc-vu-so;/);
  }
  const nothingElse = new Proxy({}, { get: (_, name) => expect.fail(`asked for ${String(name)}`) });
  // Of an input these three are read before the file is known to be writable, and nothing else.
  const input = Object.assign(Object.create(nothingElse), {
    words: ["setup", "telegram"],
    flags: { env: join(folder, "none", "env") },
    language: "vi",
    house: async () => expect.fail("the database was opened"),
  }) as Input;
  expect(await channels.run(input)).toMatchObject({ fault: { vi: expect.stringContaining("Chưa hỏi gì") } });
});

test("only its owner reads the file afterwards, and nothing lies beside it", () => {
  const folder = mkdtempSync(join(tmpdir(), "env-file-"));
  const path = join(folder, ".env");
  writeFileSync(path, "PORT=1\n");
  chmodSync(path, 0o644);
  writeSettings(path, { TELEGRAM_BOT_TOKEN: "1:a" });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toBe("PORT=1\nTELEGRAM_BOT_TOKEN=1:a\n");
  expect(readdirSync(folder)).toEqual([".env"]);
});
