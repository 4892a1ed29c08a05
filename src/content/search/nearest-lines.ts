import type { Lexicon } from "./lexicon.ts";
import { createReader } from "./reader.ts";
import type { SampleQuestions } from "./sample-questions.ts";

/** A sample question, its topic, and how like the question asked it is, 0–1. */
export type NearLine = { readonly text: string; readonly topic: string; readonly likeness: number };

/**
 * The sample questions most like a text, for whoever asks why the search answered so. The search itself does not look
 * there; it is read anew each time, which takes a second.
 */
export const nearestLines = (questions: readonly SampleQuestions[], lexicon: Lexicon, text: string, most: number) => {
  const { parts } = createReader(lexicon);
  const termsOf = (line: string): ReadonlySet<string> => {
    const { words, concepts } = parts(line);
    const pairs = words.map((word, i) => `${word.term} ${words[i + 1]?.term ?? ""}`);
    return new Set([...words.map((word) => word.term), ...pairs, ...concepts]);
  };
  const lines = questions.flatMap(({ topic, lines: own }) =>
    own.map((line) => ({ text: line.text, topic, terms: termsOf(line.text) })),
  );
  const seen = new Map<string, number>();
  for (const { terms } of lines) for (const term of terms) seen.set(term, (seen.get(term) ?? 0) + 1);
  const weight = (term: string): number => Math.log(1 + lines.length / (seen.get(term) ?? 1)) ** 2;
  const norm = (terms: ReadonlySet<string>): number =>
    Math.sqrt([...terms].reduce((sum, term) => sum + weight(term), 0)) || 1;
  const asked = termsOf(text);
  const length = norm(asked);
  return lines
    .map(({ text: line, topic, terms }): NearLine => {
      const shared = [...asked].reduce((sum, term) => sum + (terms.has(term) ? weight(term) : 0), 0);
      return { text: line, topic, likeness: shared === 0 ? 0 : shared / (length * norm(terms)) };
    })
    .filter((line) => line.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most);
};
