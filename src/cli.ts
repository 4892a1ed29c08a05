import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import pino from "pino";
import { loadTaught } from "./app/content.ts";
import type { House } from "./app.ts";
import { ask } from "./cli/ask.ts";
import { audit } from "./cli/audit.ts";
import { backup } from "./cli/backup.ts";
import { channels } from "./cli/channels.ts";
import { check } from "./cli/check.ts";
import { demo } from "./cli/demo.ts";
import { indicators } from "./cli/indicators.ts";
import { invite } from "./cli/invite.ts";
import { migrate } from "./cli/migrate.ts";
import { report } from "./cli/report.ts";
import { restore } from "./cli/restore.ts";
import { staff } from "./cli/staff.ts";
import { targets } from "./cli/targets.ts";
import { texts } from "./cli/texts.ts";
import type { Verb } from "./cli/verb.ts";
import { parseConfig } from "./config.ts";
import { systemClock } from "./delivery/clock.ts";
import { faults } from "./errors.ts";
import { faultOf } from "./store/sqlite/fault-of.ts";

const verbs: Readonly<Record<string, Verb>> = {
  ask,
  audit,
  backup,
  channels,
  check,
  demo,
  indicators,
  invite,
  migrate,
  report,
  restore,
  staff,
  targets,
  texts,
};

/** The command line. Exit 0: done; 1: it could not be done, and one line says why; 2: it was not understood. */
const main = async (): Promise<number> => {
  const parsed = arguments_();
  if ("fault" in parsed) return say(2, [parsed.fault, ...usage()]);
  const [name = "", ...words] = parsed.positionals;
  const verb = verbs[name];
  if (!verb) return say(name === "" || name === "help" ? 0 : 2, usage());
  const root = existsSync(join(import.meta.dirname, "../content"))
    ? resolve(import.meta.dirname, "..")
    : resolve(import.meta.dirname, "../..");
  const taught = loadTaught(root);
  if (!taught.ok) return say(1, taught.fault.cause.split("\n"));
  const config = parseConfig(
    process.env,
    taught.value.communes.map((c) => c.code),
  );
  if (!config.ok) return say(1, config.problems);
  let house: House | null = null;
  const open = async (): Promise<House> => {
    // Only here: the house draws pictures, and verbs that open no database must work where no fonts are.
    const { openHouse } = await import("./app.ts");
    const opened = await openHouse(
      config.config,
      taught.value,
      pino({ level: "silent" }),
      systemClock,
      verb.alone ? name : null,
    );
    if (!opened.ok)
      throw new Refusal(`${opened.fault.cause || faults[opened.fault.code].says}: ${faults[opened.fault.code].todo}`);
    house = opened.value;
    return house;
  };
  try {
    const output = await verb.run({
      words,
      flags: parsed.values,
      taught: taught.value,
      config: config.config,
      house: open,
      root,
    });
    if ("fault" in output) return say(1, [output.fault]);
    process.stdout.write(parsed.values.json ? `${JSON.stringify(output.value)}\n` : `${output.lines.join("\n")}\n`);
    return output.failed ? 1 : 0;
  } catch (error) {
    if (error instanceof Refusal) return say(1, [error.message]);
    const known = faultOf(error);
    if (!known) throw error;
    return say(1, [`${known.cause}: ${faults[known.code].todo}`]);
  } finally {
    // TypeScript cannot see that `open` assigns it.
    await (house as House | null)?.close();
  }
};

class Refusal extends Error {}

const arguments_ = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        eval: { type: "string" },
        learners: { type: "string" },
        events: { type: "string" },
        commune: { type: "string" },
        village: { type: "string" },
        period: { type: "string" },
        uses: { type: "string" },
        days: { type: "string" },
        language: { type: "string" },
        out: { type: "string" },
        head: { type: "string" },
        recipient: { type: "string" },
        identity: { type: "string" },
      },
    });
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
};

const usage = (): string[] => [
  "usage: cli VERB [--json]",
  ...Object.values(verbs).map((v) => `  ${v.usage.padEnd(58)} ${v.says}`),
];

const say = (code: number, lines: readonly string[]): number => {
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join("\n")}\n`);
  return code;
};

process.exitCode = await main();
