import { isMarked, type Phrases, phrasesOf } from "../kit/phrases.ts";
import { type Word, wordsOf } from "../kit/vietnamese-words.ts";
import type { Concepts } from "./features.ts";

/** What makes a cry for help by what happened, what makes a sentence calm, and calls that count in any: `alarms.yaml`. */
export type Alarms = Readonly<Record<string, readonly string[]>>;

/** `size`: how many words the alarm takes; the more, the surer. */
export type Heard = { readonly kind: string | null; readonly size: number; readonly calm: boolean };

/** Parts of one alarm stand at most so far from each other. */
const apart = 6;

/** Listens for alarms: parts in their order, near each other. The kind with the longest parts is the one that is meant. */
export const alarmsIn = (
  { calm = [], calls = [], ...kinds }: Alarms,
  concepts: Concepts,
  meant: (text: string) => string,
): ((text: string) => Heard) => {
  const partsOf = (line: string): readonly Phrases[] =>
    line.split("~").map((part) => phrasesOf(spelledOut(part, concepts).map(meant)));
  const alarms = Object.entries(kinds).flatMap(([kind, lines]) =>
    lines.map((line) => ({ kind, parts: partsOf(line) })),
  );
  const raising = beginningWith(alarms);
  const calming = beginningWith(calm.map((line) => ({ parts: partsOf(line) })));
  const calling = phrasesOf(calls.map(meant));
  return (written) => {
    const text = meant(written.slice(0, 2_000));
    const marked = isMarked(wordsOf(text).slice(0, 160));
    // What stands in two sentences is not one thing that happened.
    const sentences = text.split(/[.!?;\n]+/u).map((sentence) => wordsOf(sentence).slice(0, 160));
    let best: { kind: string; size: number } | null = null;
    for (const words of sentences)
      for (const [{ kind }, size] of sizesIn(words, marked, raising))
        if (size > (best?.size ?? 0)) best = { kind, size };
    const called = sentences.some((words) => words.some((_, i) => calling.from(words, i).length > 0));
    const calmed = !called && sentences.some((words) => sizesIn(words, marked, calming).size > 0);
    return { kind: best?.kind ?? null, size: best?.size ?? 0, calm: calmed };
  };
};

type Parts = { readonly parts: readonly Phrases[] };

/** By the word its first part begins with: hundreds of alarms are not tried on every word of a stranger's text. */
const beginningWith = <T extends Parts>(alarms: readonly T[]): ReadonlyMap<string, readonly T[]> => {
  const by = new Map<string, T[]>();
  for (const alarm of alarms)
    for (const key of alarm.parts[0]?.begins ?? []) by.set(key, [...(by.get(key) ?? []), alarm]);
  return by;
};

/** How many words each alarm takes that stands in a sentence. */
const sizesIn = <T extends Parts>(
  words: readonly Word[],
  marked: boolean,
  alarms: ReadonlyMap<string, readonly T[]>,
): ReadonlyMap<T, number> => {
  const sizes = new Map<T, number>();
  for (const [at, { key }] of words.entries())
    for (const alarm of alarms.get(key) ?? []) {
      const size = sizeAt(words, marked, at, alarm.parts);
      if (size > (sizes.get(alarm) ?? 0)) sizes.set(alarm, size);
    }
  return sizes;
};

/** The words of one part; `<person>` are all that play it. */
const spelledOut = (part: string, concepts: Concepts): readonly string[] =>
  part
    .split("|")
    .map((word) => word.trim())
    .flatMap((word) => (/^<.+>$/.test(word) ? (concepts[word.slice(1, -1)] ?? []) : [word]));

/** How many words the parts take, the first at this place; 0 if they do not stand there. */
const sizeAt = (words: readonly Word[], marked: boolean, at: number, [first, ...rest]: readonly Phrases[]): number => {
  const n = Math.max(0, ...(first?.from(words, at, marked) ?? []));
  return n === 0 ? 0 : n + (sizeAfter(words, marked, at + n, rest) ?? -n);
};

const sizeAfter = (
  words: readonly Word[],
  marked: boolean,
  from: number,
  [part, ...rest]: readonly Phrases[],
): number | null => {
  if (!part) return 0;
  for (let at = from; at < words.length && at <= from + apart; at++) {
    const n = Math.max(0, ...part.from(words, at, marked));
    if (n === 0) continue;
    const more = sizeAfter(words, marked, at + n, rest);
    if (more !== null) return n + more;
  }
  return null;
};
