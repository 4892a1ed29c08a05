import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Penned, pennedIn, urgentSentences, urgentWords } from "../src/content/urgent.ts";
import { type Examples, heldForTesting, learn } from "../src/urgent/learn.ts";
import { pack } from "../src/urgent/model.ts";
import { started } from "./files.ts";

// Writes content/urgent/weights.json from the sentences beside it. What it has not learnt from stands in test/urgent.

const root = resolve(import.meta.dirname, "..");

/** Every sentence to learn from; of those that only sound so, a third is kept for the tests. */
export const examples = (): Examples => {
  const { money = [], not = [], other = [], ...life } = urgentSentences(root);
  const penned = pennedIn(join(root, "content/urgent/pens.tsv"));
  const of = (is: Penned["is"]): readonly string[] => penned.filter((p) => p.is === is).map((p) => p.text);
  return {
    life: [...Object.values(life).flat(), ...of("life")],
    money: [...money, ...of("money")],
    near: [...not.filter((s) => !heldForTesting(s)), ...of("none")],
    other,
  };
};

export const learnt = (): string => {
  const { concepts, plain } = urgentWords(root);
  const { life, money } = learn(examples(), concepts, plain);
  return `${JSON.stringify({ life: pack(life), money: pack(money) }, null, 2)}\n`;
};

if (started(import.meta.filename)) writeFileSync(join(root, "content/urgent/weights.json"), learnt());
