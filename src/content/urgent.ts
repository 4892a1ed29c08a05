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
    const { concepts, alarms, losses, plain } = urgentWords(root);
    return createUrgent({ life: unpack(life), money: unpack(money) }, concepts, alarms, losses, plain);
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
  return { concepts: named("concepts"), alarms: named("alarms"), losses: named("gone"), plain: named("plain") };
};

/** The sentences it learns from, by file: `money`, `not`, and every kind of danger. */
export const urgentSentences = (root: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    readdirSync(join(root, "content/urgent"))
      .filter((file) => file.endsWith(".txt"))
      .sort()
      .map((file) => [file.replace(".txt", ""), sentencesIn(join(root, "content/urgent", file))]),
  );

/** A sentence of several people in several manners, and what it is: `pens.tsv`, and what the tests alone may read. */
export type Penned = {
  readonly text: string;
  readonly is: "life" | "money" | "none";
  readonly style: string;
  readonly author: string;
};

export const pennedIn = (path: string): readonly Penned[] =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [text, is, style, author] = line.split("\t");
      return Row.parse({ text, is, style, author });
    });

const Row = z.strictObject({
  text: z.string().min(1),
  is: z.enum(["life", "money", "none"]),
  style: z.string().min(1),
  author: z.string().min(1),
});

export const sentencesIn = (path: string): readonly string[] => [
  ...new Set(
    readFileSync(path, "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#")),
  ),
];
