import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Taught } from "./app/content.ts";
import type { House } from "./app.ts";
import { progressOn } from "./cli/progress.ts";
import { Refusal, run } from "./cli/run.ts";
import { verbs } from "./cli/verbs.ts";
import { type Config, parseConfig } from "./config.ts";
import { faultLine } from "./errors.ts";
import { once } from "./kit/once.ts";

/** The command line on this machine: its settings, its content, its database. */
const main = async (): Promise<number> => {
  const root = existsSync(join(import.meta.dirname, "../content"))
    ? resolve(import.meta.dirname, "..")
    : resolve(import.meta.dirname, "../..");
  // Loaded when used: rooms and database cost a second, and verbs that open none must work where no fonts are.
  const { loadTaught } = await import("./app/content.ts");
  const taught = once((): Taught => {
    const loaded = loadTaught(root);
    if (!loaded.ok) throw new Refusal(...loaded.fault.cause.split("\n"));
    return loaded.value;
  });
  const config = once((): Config => {
    const codes = taught().communes.map((c) => c.code);
    const parsed = parseConfig(process.env, codes);
    if (!parsed.ok) throw new Refusal(...parsed.problems);
    return parsed.config;
  });
  let house: House | null = null;
  const open = async (name: string): Promise<House> => {
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
      verbs[name]?.alone ? name : null,
    );
    if (!opened.ok) throw new Refusal(faultLine(opened.fault));
    house = opened.value;
    noteRun(opened.value, name);
    return house;
  };
  try {
    return await run(process.argv.slice(2), {
      verbs,
      taught,
      config,
      house: open,
      root,
      progress: progressOn(process.stderr),
      out: (text) => void process.stdout.write(text),
      width: process.stdout.columns,
      err: (text) => void process.stderr.write(text),
      ours: (error) => process.env.TRACE === "1" && console.error(error),
    });
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
    const why = error instanceof Error ? error.message : error;
    process.stderr.write(`nhật ký an toàn chưa ghi được lệnh này / the log does not know of this command: ${why}\n`);
  }
};

process.exitCode = await main();
