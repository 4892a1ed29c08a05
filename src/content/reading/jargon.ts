import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { Bilingual } from "../../kit/bilingual.ts";
import { wholeWords } from "../../kit/whole-words.ts";

const Term = z.strictObject({
  /** As it is written in a text; small letters match large ones unless it is written in large ones. */
  term: z.string().trim().min(1),
  /** What to say instead, or beside it the first time. */
  plain: Bilingual,
  /** Other wordings that explain it as well. */
  also: z.array(z.string().trim().min(1)).default([]),
  /** Where the word is part of something that is no jargon: "đường link", "chip điện tử". */
  except: z.array(z.string().trim().min(1)).default([]),
  /** A word of every screen, taught in one lesson instead of in each guide again. */
  taught_in: z.string().optional(),
});
export type Term = z.infer<typeof Term>;

const Jargon = z.strictObject({ spec: z.literal(1), terms: z.array(Term) });

/** Hard words with their plain ones: `content/jargon.yaml`. A file that does not hold stops the report with its faults. */
export const loadJargon = (root: string): readonly Term[] =>
  Jargon.parse(parse(readFileSync(join(root, "content/jargon.yaml"), "utf8"))).terms;

/** How often a text uses a hard word, its harmless uses left out. */
export const usesOf = ({ term, except }: Term, text: string): number => {
  const bare = except.reduce(without, text);
  return wholeWords(bare, term, /^\P{Ll}+$/u.test(term)).length;
};

/** Whether a text says the same in plain words. */
export const explains = ({ plain, also }: Term, text: string): boolean =>
  [plain.vi, ...also].some((words) => wholeWords(text.replace(/\*\*/g, ""), words).length > 0);

const without = (text: string, words: string): string =>
  wholeWords(text, words).reduceRight((t, at) => `${t.slice(0, at)} ${t.slice(at + words.length)}`, text);
