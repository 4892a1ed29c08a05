import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Taught } from "./app/content.ts";
import type { House } from "./app.ts";
import { parseArguments } from "./cli/arguments.ts";
import { help, helpValue } from "./cli/help.ts";
import { progressOn } from "./cli/progress.ts";
import { tableLines } from "./cli/table.ts";
import type { Output } from "./cli/verb.ts";
import { verbs } from "./cli/verbs.ts";
import { type Config, parseConfig } from "./config.ts";
import { faults } from "./errors.ts";
import { once } from "./kit/once.ts";

/** The command line. Exit 0: done; 1: it could not be done, and one line says why; 2: it was not understood. */
const main = async (): Promise<number> => {
  const { name, words, flags, language, fault } = parseArguments(process.argv.slice(2), verbs);
  const refuse = (code: number, lines: readonly string[]): number => {
    process.stderr.write(flags.json ? `${JSON.stringify({ fault: lines.join("\n") })}\n` : `${lines.join("\n")}\n`);
    return code;
  };
  const verb = verbs[name];
  if (fault) return refuse(2, [fault[language], verb ? `cli ${name} --help` : "cli --help"]);
  if (!verb || flags.help) {
    const lines = flags.json ? [JSON.stringify(helpValue(verbs, language, name))] : help(verbs, language, name);
    process.stdout.write(`${lines.join("\n")}\n`);
    return 0;
  }
  const root = existsSync(join(import.meta.dirname, "../content"))
    ? resolve(import.meta.dirname, "..")
    : resolve(import.meta.dirname, "../..");
  // Loaded when used: rooms and database cost a second, and verbs that open none must work where no fonts are.
  const { loadTaught } = await import("./app/content.ts");
  const taught = once((): Taught => {
    const loaded = loadTaught(root);
    if (!loaded.ok) throw new Refusal(loaded.fault.cause);
    return loaded.value;
  });
  const config = once((): Config => {
    const codes = taught().communes.map((c) => c.code);
    const parsed = parseConfig(process.env, codes);
    if (!parsed.ok) throw new Refusal(parsed.problems.join("\n"));
    return parsed.config;
  });
  let house: House | null = null;
  const open = async (): Promise<House> => {
    const [{ openHouse }, { default: pino }, { systemClock }] = await Promise.all([
      import("./app.ts"),
      import("pino"),
      import("./delivery/clock.ts"),
    ]);
    const opened = await openHouse(
      config(),
      taught(),
      pino({ level: "silent" }),
      systemClock,
      verb.alone ? name : null,
    );
    if (!opened.ok)
      throw new Refusal(`${opened.fault.cause || faults[opened.fault.code].says}: ${faults[opened.fault.code].todo}`);
    house = opened.value;
    noteRun(opened.value, name);
    return house;
  };
  try {
    const output = await verb.run({
      words,
      flags,
      language,
      get taught() {
        return taught();
      },
      get config() {
        return config();
      },
      house: open,
      root,
      progress: progressOn(process.stderr),
    });
    if ("fault" in output) return refuse(1, [output.fault]);
    process.stdout.write(flags.json ? `${JSON.stringify(output.value)}\n` : `${printed(output).join("\n")}\n`);
    return output.failed ? 1 : 0;
  } catch (error) {
    if (error instanceof Refusal) return refuse(1, error.message.split("\n"));
    const { refusalOf } = await import("./cli/refusal-of.ts");
    const { says, ours } = refusalOf(error);
    if (ours && process.env.TRACE === "1") console.error(error);
    return refuse(1, [says[language]]);
  } finally {
    // TypeScript cannot see that `open` assigns it.
    await (house as House | null)?.close();
  }
};

/** Who worked on the database from the machine, before they did. What only looks on must still work on a full disk. */
const noteRun = ({ store, now }: House, verb: string): void => {
  try {
    store.audit.note(
      { what: "command-run", commune: null, after: { verb } },
      { who: "operator", from: null, at: now() },
    );
  } catch (error) {
    process.stderr.write(
      `the security log does not know of this command: ${error instanceof Error ? error.message : error}\n`,
    );
  }
};

class Refusal extends Error {}

const printed = ({ lines, table, after = [] }: Exclude<Output, { fault: string }>): readonly string[] => [
  ...lines,
  ...(table ? tableLines(table) : []),
  ...after,
];

process.exitCode = await main();
