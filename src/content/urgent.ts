import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { once } from "../kit/once.ts";
import { unpack } from "../urgent/model.ts";
import { type Cry, createUrgent } from "../urgent/urgent.ts";
import { readYaml } from "./yaml-file.ts";

const Named = z.record(z.string(), z.array(z.string()));
const Weights = z.strictObject({
  life: z.strictObject({ bias: z.number(), weights: z.string() }),
  money: z.strictObject({ bias: z.number(), weights: z.string() }),
});

/** What hears a cry for help, from `content/urgent/`. A house without it hears none. */
export const readUrgent = (root: string): ((text: string) => Cry | null) => {
  if (!existsSync(join(root, "content/urgent/weights.json"))) return () => null;
  const made = once(() => {
    const { life, money } = Weights.parse(JSON.parse(readFileSync(join(root, "content/urgent/weights.json"), "utf8")));
    const { concepts, alarms, losses } = urgentWords(root);
    return createUrgent({ life: unpack(life), money: unpack(money) }, concepts, alarms, losses);
  });
  return (text) => made()(text);
};

/** The words the two listeners know. */
export const urgentWords = (root: string) => {
  const named = (name: string) => {
    const file = `content/urgent/${name}.yaml`;
    const read = readYaml(file, readFileSync(join(root, file), "utf8"));
    if (!read.ok) throw new Error(`${file} cannot be read`);
    return Named.parse(read.yaml.value);
  };
  return { concepts: named("concepts"), alarms: named("alarms"), losses: named("gone") };
};

/** The sentences it learns from, by file: `money`, `not`, and every kind of danger. */
export const urgentSentences = (root: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    readdirSync(join(root, "content/urgent"))
      .filter((file) => file.endsWith(".txt"))
      .sort()
      .map((file) => [file.replace(".txt", ""), sentencesIn(join(root, "content/urgent", file))]),
  );

export const sentencesIn = (path: string): readonly string[] => [
  ...new Set(
    readFileSync(path, "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#")),
  ),
];
