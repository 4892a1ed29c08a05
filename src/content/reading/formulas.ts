import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Library } from "../library.ts";
import { isTitleOfOther } from "./report.ts";

/** From how many words on a phrase is a formula, and in how many texts it may stand. Measured in docs/decisions/0079-nothing-waits.md. */
export const formulaLimits = { words: 4, texts: 10 } as const;
/** Longer ones are found by their parts. */
const LONGEST = 10;

const Why = z.string().trim().min(10);
const Formulas = z.strictObject({
  spec: z.literal(1),
  /** An office, a thing or a button: however many syllables, it counts as one word. */
  names: z.strictObject({ why: Why, of: z.array(z.string().trim().min(1)) }),
  /** What is meant to be heard again in the same words. */
  allowed: z.array(z.strictObject({ phrase: z.string().trim().min(1), why: Why })),
});
export type Formulas = z.infer<typeof Formulas>;

/** What may stand in many texts, with the reason: `content/formulas.yaml`. */
export const loadFormulas = (root: string): Formulas =>
  Formulas.parse(parse(readFileSync(join(root, "content/formulas.yaml"), "utf8")));

export type SaidText = { readonly of: string; readonly key: string; readonly text: string };
export type Formula = { readonly phrase: string; readonly texts: number; readonly places: readonly string[] };

/**
 * Phrases that stand in too many texts, most frequent first: what is read for the tenth time is no longer heard. With
 * them what `kept` excuses and no longer has to.
 */
export const formulasIn = (
  texts: readonly SaidText[],
  { names, allowed }: Formulas,
  limits: Limits = formulaLimits,
): { readonly formulas: readonly Formula[]; readonly idle: readonly string[] } => {
  const joined = [...names.of].toSorted((a, b) => b.length - a.length).map((n): Joined => [flat(n), one(n)]);
  const told = frequent(
    texts.map((said) => clausesOf(said.text, joined)),
    limits,
  );
  const excuses = allowed.map((k) => ({
    phrase: k.phrase,
    parts: clausesOf(k.phrase, joined).map((words) => words.join(" ")),
  }));
  const covers = (parts: readonly string[], phrase: string): boolean =>
    parts.some((part) => part.includes(phrase) || phrase.includes(part));
  return {
    formulas: told
      .filter(([phrase]) => !excuses.some(({ parts }) => covers(parts, phrase)))
      .map(([phrase, where]) => ({
        phrase: phrase.replaceAll("_", " "),
        texts: where.size,
        places: [...where].flatMap((i) => (texts[i] ? [`${texts[i].of} ${texts[i].key}`] : [])),
      }))
      .toSorted((a, b) => b.texts - a.texts || a.phrase.localeCompare(b.phrase)),
    idle: excuses.filter(({ parts }) => !told.some(([phrase]) => covers(parts, phrase))).map(({ phrase }) => phrase),
  };
};

type Limits = { readonly words: number; readonly texts: number };
type Joined = readonly [name: string, word: string];
type Often = readonly [phrase: string, where: ReadonlySet<number>];

const frequent = (texts: readonly (readonly (readonly string[])[])[], limits: Limits): readonly Often[] => {
  let often = new Map<string, ReadonlySet<number>>();
  const all: Often[] = [];
  for (let n = limits.words; n <= LONGEST; n++) {
    const found = new Map<string, Set<number>>();
    for (const [at, clauses] of texts.entries())
      for (const words of clauses)
        for (let i = 0; i + n <= words.length; i++) {
          const part = (from: number, to: number): string => words.slice(from, to).join(" ");
          // A phrase is only as frequent as its parts.
          if (n > limits.words && !(often.has(part(i, i + n - 1)) && often.has(part(i + 1, i + n)))) continue;
          const phrase = part(i, i + n);
          found.set(phrase, (found.get(phrase) ?? new Set()).add(at));
        }
    often = new Map([...found].filter(([, where]) => where.size > limits.texts));
    if (often.size === 0) break;
    all.push(...often);
  }
  // The longest phrase says it best: a part of it is told only where it stands in many more texts.
  const told: Often[] = [];
  for (const [phrase, where] of all.toReversed())
    if (!told.some(([longer, its]) => longer.includes(phrase) && its.size >= 0.7 * where.size))
      told.push([phrase, where]);
  return told;
};

/** Names and facts filled in are one word each; a comma does not end a phrase, a full stop does. */
const clausesOf = (text: string, names: readonly Joined[]): readonly (readonly string[])[] =>
  text
    // A fact is said where it stands; only the words around it are the text's own.
    .replace(/\{\{\s*fact:[\w/-]+\s*\}\}/g, ".")
    .split(/[.!?:;“”()\n]+/u)
    .map((clause) =>
      names
        .reduce((t, [name, word]) => t.replaceAll(` ${name} `, ` ${word} `), ` ${flat(clause)} `)
        .split(" ")
        .filter((w) => /[\p{L}\p{N}]/u.test(w)),
    );

const flat = (words: string): string =>
  words
    .replace(/\*\*/g, "")
    .replace(/\{\{\s*(\w+)\s*\}\}/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const one = (name: string): string => flat(name).replaceAll(" ", "_");

/** What residents are told in Vietnamese, topic by topic; the words of a picture are those of its text. */
export const saidIn = (library: Pick<Library, "texts">): readonly SaidText[] =>
  [...library.texts].flatMap(([ns, texts]) => {
    const of = ns.split("@")[0] ?? ns;
    if (!/^(lesson|guide|safety):/.test(of)) return [];
    return Object.entries(texts.vi ?? {})
      .filter(([key]) => !/(?:^|\.)(?:alt|picture)$/.test(key) && !isTitleOfOther(key))
      .map(([key, text]) => ({ of, key, text }));
  });
