import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Command, commandNames } from "../engine/commands.ts";
import type { Spoken } from "../engine/hearing.ts";
import type { Problem } from "./problem.ts";
import { schemaFaults } from "./schema-faults.ts";
import type { YamlFile } from "./yaml-file.ts";

const Words = z.array(z.string().min(1));
const Kinds = z.record(z.string(), Words);
const Answers = z.strictObject({
  before: Words,
  numbered: Words,
  after: Words,
  calling: Words,
  yes: Words,
  done: Words,
  denying: Words,
  no: Words,
  skip: Words,
  unsure: Words,
  change: Words,
  signs: z.strictObject({ yes: Words, no: Words }),
  places: z.record(z.string(), z.number().int()),
  filler: Words,
  asking: Words,
  lists: z.record(z.string(), Kinds),
  age: z.strictObject({ around: Words, born: Words, less: Words }),
  units: Words,
  name: z.strictObject({ before: Words, after: Words, whole: Words, titles: Words, not: Words }),
});
const Commands = z.record(z.enum(commandNames), Words);

/** What people say besides the matter itself, from `content/spoken/`. A house without it hears numbers and labels alone. */
export const readSpoken = (root: string, read: (dir: string) => YamlFile[], problems: Problem[]): Spoken => {
  if (!existsSync(join(root, "content/spoken"))) return silent;
  const files = read("content/spoken");
  const of = <T>(name: string, schema: z.ZodType<T>, without: T): T => {
    const yaml = files.find((f) => f.file.endsWith(`/${name}.yaml`));
    if (!yaml) return without;
    const result = schema.safeParse(yaml.value);
    if (result.success) return result.data;
    problems.push(...schemaFaults(yaml, schema, yaml.value, result.error.issues));
    return without;
  };
  return {
    ...of("answers", Answers, answersOf(silent)),
    commands: of("commands", Commands, silent.commands),
    talk: of("talk", Kinds, {}),
    outside: of("outside", Kinds, {}),
    about: of("follow-ups", Kinds, {}),
  };
};

const answersOf = ({ commands: _c, talk: _t, outside: _o, about: _a, ...answers }: Spoken): z.infer<typeof Answers> =>
  structuredClone(answers) as z.infer<typeof Answers>; // the same shape, without `readonly`

const fixed: Partial<Record<Command, readonly string[]>> = {
  menu: ["0", "menu"],
  picture: ["6"],
  listen: ["7"],
  back: ["8"],
  person: ["9"],
};

const silent: Spoken = {
  before: [],
  numbered: [],
  after: [],
  calling: [],
  yes: [],
  done: [],
  denying: [],
  no: [],
  skip: [],
  unsure: [],
  change: [],
  signs: { yes: [], no: [] },
  places: {},
  filler: [],
  asking: [],
  name: { before: [], after: [], whole: [], titles: [], not: [] },
  lists: {},
  age: { around: [], born: [], less: [] },
  units: [],
  // Object.fromEntries loses the keys; they are those of `commandNames`.
  commands: Object.fromEntries(commandNames.map((c) => [c, fixed[c] ?? []])) as unknown as Spoken["commands"],
  talk: {},
  outside: {},
  about: {},
};
