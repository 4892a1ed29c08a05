import type { Taught } from "../app/content.ts";
import type { House } from "../app.ts";
import type { Config } from "../config.ts";
import type { Bilingual } from "../kit/bilingual.ts";
import { parseArguments } from "./arguments.ts";
import { help, helpValue } from "./help.ts";
import { printed } from "./printed.ts";
import type { Progress } from "./progress.ts";
import { inLanguage, type Said } from "./said.ts";
import type { Verb } from "./verb.ts";

/** What a verb works with; each is made when it is first asked for, and may throw a `Refusal`. */
export type World = {
  readonly verbs: Readonly<Record<string, Verb>>;
  readonly taught: () => Taught;
  readonly config: () => Config;
  readonly house: (verb: string) => Promise<House>;
  readonly root: string;
  readonly progress: Progress;
  readonly out: (text: string) => void;
  /** Letters in a line of the screen; not where the output goes into a file or another program. */
  readonly width?: number | undefined;
  readonly err: (text: string) => void;
  /** Nobody thought of this exception. */
  readonly ours: (error: unknown) => void;
};

/** Nothing was run; a line a reason. */
export class Refusal extends Error {
  readonly lines: readonly Said[];
  constructor(...lines: readonly Said[]) {
    super(lines.map((line) => inLanguage(line, "en")).join("\n"));
    this.lines = lines;
  }
}

/** Runs what was typed. Exit 0: done; 1: it could not be done, or found what must be mended; 2: it was not understood. */
export const run = async (typed: readonly string[], world: World): Promise<number> => {
  const { verbs, out, err } = world;
  const { name, words, flags, language, fault } = parseArguments(typed, verbs);
  const print = (value: unknown, lines: () => readonly string[]): void =>
    out(`${flags.json ? JSON.stringify(value) : lines().join("\n")}\n`);
  const refuse = (code: number, ...lines: readonly Said[]): number => {
    const told = lines.map((line) => inLanguage(line, language)).join("\n");
    err(`${flags.json ? JSON.stringify({ fault: told }) : told}\n`);
    return code;
  };
  const verb = verbs[name];
  const misused = (what: Bilingual): number => refuse(2, what, verb ? `cli ${name} --help` : "cli --help");
  if (fault) return misused(fault);
  if (!verb || flags.help) {
    print(helpValue(verbs, language, name), () => help(verbs, language, name));
    return 0;
  }
  try {
    const output = await verb.run({
      words,
      flags,
      language,
      get taught() {
        return world.taught();
      },
      get config() {
        return world.config();
      },
      house: () => world.house(name),
      root: world.root,
      progress: world.progress,
    });
    if ("misused" in output) return misused(output.misused);
    if ("fault" in output) return refuse(1, output.fault);
    print(output.value, () => printed(output, language, world.width));
    return output.failed ? 1 : 0;
  } catch (error) {
    if (error instanceof Refusal) return refuse(1, ...error.lines);
    // Loaded when used: it knows the database's own exceptions.
    const { refusalOf } = await import("./refusal-of.ts");
    const { says, ours } = refusalOf(error);
    if (ours) world.ours(error);
    return refuse(1, says);
  }
};
