import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadTaught } from "../../src/app/content.ts";
import { type House, openHouse } from "../../src/app.ts";
import { parseArguments } from "../../src/cli/arguments.ts";
import { refusalOf } from "../../src/cli/refusal-of.ts";
import type { Input, Output } from "../../src/cli/verb.ts";
import { verbs } from "../../src/cli/verbs.ts";
import { parseConfig } from "../../src/config.ts";
import { seeded } from "../../src/kit/seeded.ts";

/** Whatever is typed behind `cli`: it is done, or one sentence says why not. Everything runs in folders of its own. */
const taught = loadTaught(resolve(import.meta.dirname, "../.."));
if (!taught.ok) throw new Error(taught.fault.cause);
const folder = mkdtempSync(join(tmpdir(), "house-rubbish-"));
const parsed = parseConfig(
  { DATA_DIR: join(folder, "data"), COMMUNE: "phu-binh-thai-nguyen", LOG_LEVEL: "silent" },
  taught.value.communes.map((c) => c.code),
);
if (!parsed.ok) throw new Error(parsed.problems.map((p) => p.en).join("\n"));
const { config } = parsed;
let house: House;
beforeAll(async () => {
  const opened = await openHouse(config, taught.value, pino({ level: "silent" }));
  if (!opened.ok) throw new Error(opened.fault.cause);
  house = opened.value;
  mkdirSync(join(folder, "a folder"));
  writeFileSync(join(folder, "noise"), Buffer.from(Array.from({ length: 3_000 }, (_, n) => (n * 7919) % 256)));
  writeFileSync(join(folder, "empty"), "");
  writeFileSync(join(folder, "huge"), "");
  truncateSync(join(folder, "huge"), 50 * 1024 ** 2);
  // What a verb writes under a name without a folder is written here.
  process.chdir(folder);
});
const stood = process.cwd();
afterAll(async () => {
  process.chdir(stood);
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const rubbish: readonly string[] = [
  ...["a folder", "noise", "empty", "huge", "not there", "a folder/none/none"].map((name) => join(folder, name)),
  ...["x".repeat(300), `${folder}/${"y".repeat(300)}`, "\0", "a\0b", "../../../../../../etc/passwd", "/dev/null"],
  ...[
    "-1",
    "1e999",
    "NaN",
    "99999999999999999999",
    "0x10",
    "１２",
    "",
    " ",
    "__proto__",
    "constructor",
    "💥",
    "\uD800",
  ],
  ...["2026-13", "2026-02-30", "9999-99-99..0000-00-00", "'; DROP TABLE learner; --", "%s%n", "$(id)", "\u202Eabc"],
  ...["list", "verify", "link", "reset", "diff", "note", "update", "import", "export", "gift", "probe"],
];
/** What would go on without end or wait for somebody to type, whatever else was said. */
const endless = (name: string, words: readonly string[], flags: Input["flags"]): boolean =>
  flags.watch === true ||
  // A question is searched for, which takes its time: its files have tests of their own.
  (name === "ask" && flags.eval === undefined) ||
  // They read all contents, whatever stands behind them.
  (name === "texts" && ["coverage", "reading"].includes(words[0] ?? "")) ||
  (name === "channels" && words[0] === "setup") ||
  // Those do what they say, and take their time; with rubbish behind them they are tried.
  (["check", "demo", "migrate"].includes(name) && words.length === 0 && flags.learners === undefined);

const run = async (name: string, words: readonly string[], flags: Input["flags"]): Promise<Output | string> => {
  const verb = verbs[name];
  if (!verb) throw new Error(name);
  try {
    // A root without contents: what a verb writes there is nobody's.
    return await verb.run({
      words,
      flags,
      language: "en",
      taught: taught.value,
      // Never over the database that is open here.
      config: verb.alone || name === "restore" ? { ...config, dataDir: join(folder, "other") } : config,
      house: async () => house,
      root: folder,
      progress: () => {},
    });
  } catch (error) {
    const { says, ours } = refusalOf(error);
    expect(ours ? `${name} ${JSON.stringify({ words, flags })}: ${(error as Error).stack}` : "").toBe("");
    return says.en;
  }
};

test("every verb with every rubbish as its word, and each of its options with every rubbish", async () => {
  const draw = seeded(7);
  const any = (): string => rubbish[Math.floor(draw() * rubbish.length)] ?? "";
  const asked: [string, readonly string[], Input["flags"]][] = [];
  for (const [name, verb] of Object.entries(verbs)) {
    const firsts = (verb.words ?? "").match(/\b[a-z]{3,}\b/g) ?? [];
    for (const first of verb.words === undefined ? [] : [...firsts, any()])
      for (let n = 0; n < 2; n++) asked.push([name, [first, any(), ...(n % 2 ? [any()] : [])], {}]);
    // Most names are good ones for a copy of the database, which takes its time.
    const tried = verb.words === "FILE" ? rubbish.filter((_, n) => n < 8 || n % 8 === 0) : rubbish;
    if (verb.words !== undefined) for (const word of tried) asked.push([name, [word], {}]);
    for (const [option, { value }] of Object.entries(verb.options ?? {}))
      for (let n = 0; n < 3; n++)
        asked.push([name, firsts[0] ? [firsts[0], any()] : [], { [option]: value === undefined ? true : any() }]);
  }
  expect(asked.length).toBeGreaterThan(250);
  for (const [name, words, flags] of asked) {
    if (endless(name, words, flags)) continue;
    const result = await run(name, words, flags);
    if (typeof result === "string" || "value" in result) continue;
    for (const says of Object.values("fault" in result ? result.fault : result.misused)) {
      expect(says.trim(), `${name} ${words.join(" ")}`).not.toBe("");
      expect(says, name).not.toMatch(/undefined|\[object|NaN is|\bat .+:\d+:\d+/);
    }
  }
});

test("any arguments are understood, or it is said in one sentence what was not", () => {
  const draw = seeded(11);
  const parts = [
    ...rubbish,
    ...Object.keys(verbs),
    "--json",
    "--lang",
    "--lang=fr",
    "--",
    "-",
    "-h",
    "--=",
    "--help=x",
  ];
  for (let n = 0; n < 2_000; n++) {
    const typed = Array.from({ length: Math.floor(draw() * 6) }, () => parts[Math.floor(draw() * parts.length)] ?? "");
    const { fault } = parseArguments(typed, verbs);
    if (fault) for (const says of [fault.vi, fault.en]) expect(says).toMatch(/\S{3}/);
  }
});

test("what nobody thought of is told in one line too", () => {
  const { says, ours } = refusalOf(new TypeError("x is not a function"));
  expect([ours, says.vi.split("\n").length, says.en]).toEqual([true, 1, expect.stringContaining("not yours")]);
});
