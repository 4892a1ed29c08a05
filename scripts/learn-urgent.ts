import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { urgentSentences, urgentWords } from "../src/content/urgent.ts";
import { type Examples, keptForTesting, learn } from "../src/urgent/learn.ts";
import { pack } from "../src/urgent/model.ts";
import { started } from "./files.ts";

// Writes content/urgent/weights.json from the sentences beside it. What it has not learnt from stands in test/urgent.

const root = resolve(import.meta.dirname, "..");

/** Every sentence to learn from; of those that only sound so, a third is kept for the tests. */
export const examples = (): Examples => {
  const { money = [], not = [], other = [], ...life } = urgentSentences(root);
  return { life: Object.values(life).flat(), money, near: not.filter((s) => !keptForTesting(s)), other };
};

export const learnt = (): string => {
  const { life, money } = learn(examples(), urgentWords(root).concepts);
  return `${JSON.stringify({ life: pack(life), money: pack(money) }, null, 2)}\n`;
};

if (started(import.meta.filename)) writeFileSync(join(root, "content/urgent/weights.json"), learnt());
