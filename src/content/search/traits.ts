import type { ReadText } from "./reader.ts";

/**
 * What the classifier sees of a text: groups of 2–5 letters across its words, its words, pairs and threes of them, the
 * words with their marks where marks were written, and the names the lexicon gives to several words. Each is a number
 * (a hash), so that nobody makes a thousand small strings to answer one question; `said` tells it in words, for whoever
 * asks why.
 */
export type Trait = { readonly key: number; readonly block: TraitKind; readonly said: () => string };
/** Letters and words are weighed apart: a long word must not count more because it has more letters. */
export type TraitKind = "letters" | "words";

export const traits = (words: readonly ReadText[], concepts: readonly string[]): ReadonlyMap<number, Trait> => {
  const found = new Map<number, Trait>();
  const add = (key: number, block: TraitKind, said: () => string): void => {
    if (!found.has(key)) found.set(key, { key, block, said });
  };
  const line = ` ${words.map((w) => w.term).join(" ")} `;
  for (let from = 0; from < line.length; from++) {
    let key = kinds.letters;
    const end = Math.min(line.length, from + longest.letters);
    for (let to = from; to < end; to++) {
      key = step(key, line.charCodeAt(to));
      if (to > from) add(finish(key), "letters", () => `…${line.slice(from, to + 1)}…`);
    }
  }
  const terms = words.map((w) => hashOf(kinds.words, w.term));
  const marked = words.some((w) => w.written !== w.term) ? words.map((w) => w.marks) : null;
  words.forEach((_, from) => {
    let key = kinds.words;
    const end = Math.min(words.length, from + longest.words);
    for (let to = from; to < end; to++) {
      key = step(key, terms[to] ?? 0);
      add(finish(key), "words", () => said(words, from, to));
    }
    if (!marked) return;
    const one = hashOf(kinds.marked, marked[from] ?? "");
    add(finish(one), "words", () => words[from]?.written ?? "");
    if (from + 1 < words.length)
      add(finish(hashOf(step(one, 32), marked[from + 1] ?? "")), "words", () =>
        [words[from], words[from + 1]].map((w) => w?.written).join(" "),
      );
  });
  for (const concept of concepts) add(finish(hashOf(kinds.concept, concept)), "words", () => concept);
  return found;
};

const longest = { letters: 5, words: 3 };
/** Where the hash of each kind of trait begins, so that the word "an" is not the two letters "an". */
const kinds = { letters: 0x811c9dc5, words: 0x2545f491, marked: 0x9e3779b9, concept: 0x51ed270b };

const said = (words: readonly ReadText[], from: number, to: number): string =>
  words
    .slice(from, to + 1)
    .map((w) => w.term)
    .join(" ");

/** FNV-1a over UTF-16 units. */
const step = (key: number, code: number): number => Math.imul(key ^ code, 0x01000193);
const hashOf = (key: number, text: string): number => {
  let hash = key;
  for (let i = 0; i < text.length; i++) hash = step(hash, text.charCodeAt(i));
  return hash;
};
/** Spreads what FNV leaves alike in the low bits. */
const finish = (key: number): number => {
  let hash = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
};
