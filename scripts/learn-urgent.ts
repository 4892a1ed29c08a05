import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { urgentSentences, urgentWords } from "../src/content/urgent.ts";
import { type Examples, keptForTesting, learn } from "../src/urgent/learn.ts";
import { pack } from "../src/urgent/model.ts";
import { started } from "./files.ts";

// Writes content/urgent/weights.json from the sentences beside it: two thirds of each set, always the same ones.

const root = resolve(import.meta.dirname, "..");

/** All sentences of a set: those to learn from, or those kept for testing. */
export const examples = (
  which: "learn" | "test",
): Examples & { readonly kinds: Readonly<Record<string, readonly string[]>> } => {
  const mine = (sentences: readonly string[]): readonly string[] =>
    sentences.filter((s) => keptForTesting(s) === (which === "test"));
  const { money = [], not = [], other = [], ...life } = urgentSentences(root);
  const kinds = Object.fromEntries(Object.entries(life).map(([kind, sentences]) => [kind, mine(sentences)]));
  return { life: Object.values(kinds).flat(), kinds, money: mine(money), near: mine(not), other };
};

export const learnt = (): string => {
  const { life, money } = learn(examples("learn"), urgentWords(root).concepts);
  return `${JSON.stringify({ life: pack(life), money: pack(money) }, null, 2)}\n`;
};

if (started(import.meta.filename)) writeFileSync(join(root, "content/urgent/weights.json"), learnt());
