import { isMarked } from "../kit/phrases.ts";
import { fold } from "../kit/text.ts";
import { wordsOf } from "../kit/vietnamese-words.ts";
import { type PlainWords, plainly } from "./plain-words.ts";

/** The parts words play, by their name: `content/urgent/concepts.yaml`. */
export type Concepts = Readonly<Record<string, readonly string[]>>;

/** How many different features the model can tell apart; two that share a place are rare and harmless. */
export const places = 1 << 16;

/** Longer stories are looked at piece by piece: a cry in the middle must not be talked down by the rest. */
const window = 26;
const stride = 9;
/** More than this no chat message has; what stands beyond is not looked at. */
const mostWords = 160;

/**
 * What the model sees of a text, for each piece of it: letters in a row, words in a row, the parts they play, and which
 * parts stand near each other. Everything without marks: half of those in trouble type none.
 */
export const featuresIn = (concepts: Concepts, plain: PlainWords) => {
  const meant = plainly(plain);
  const partsOf = partsIn(concepts, meant);
  return (text: string): readonly (readonly number[])[] => {
    const plain = meant(text);
    const words = fold(plain).replaceAll("?", " ").split(" ").filter(Boolean).slice(0, mostWords).map(masked);
    const seen = wordsOf(plain).slice(0, mostWords);
    const marked = isMarked(seen) ? seen.map((w) => w.letters + w.tone) : [];
    const pieces: string[][] = [];
    for (let at = 0; at === 0 || at + window - stride < words.length; at += stride)
      pieces.push(words.slice(at, at + window));
    return pieces.map((piece, i) => ofPiece(piece, partsOf(piece), marked.slice(i * stride, i * stride + window)));
  };
};

type Part = { readonly name: string; readonly at: number };

const ofPiece = (words: readonly string[], parts: readonly Part[], marked: readonly string[]): readonly number[] => {
  const found = new Set<number>();
  const add = (feature: string): void => void found.add(placeOf(feature));
  const line = ` ${words.join(" ")} `;
  for (let n = 3; n <= 5; n++) for (let i = 0; i + n <= line.length; i++) add(`c${line.slice(i, i + n)}`);
  words.forEach((word, i) => {
    add(`w${word}`);
    if (i + 1 < words.length) add(`w${word} ${words[i + 1]}`);
    if (i + 2 < words.length) add(`w${word} ${words[i + 1]} ${words[i + 2]}`);
  });
  marked.forEach((word, i) => {
    add(`m${word}`);
    if (i + 1 < marked.length) add(`m${word} ${marked[i + 1]}`);
  });
  for (const [i, part] of parts.entries()) {
    add(`p${part.name}`);
    const next = words[part.at + 1];
    if (next !== undefined) add(`n${part.name} ${next}`);
    const last = words[part.at - 1];
    if (last !== undefined) add(`l${last} ${part.name}`);
    for (const other of parts.slice(i + 1)) {
      if (other.at - part.at > 8) break;
      if (other.name !== part.name) add(`q${part.name} ${other.name}`);
    }
  }
  const names = [...new Set(parts.map((p) => p.name))].sort();
  const animal = animalAmong(parts, words);
  if (animal) for (const name of names) add(`a${animal} ${name}`);
  for (const [i, a] of names.entries()) for (const b of names.slice(i + 1)) add(`b${a} ${b}`);
  return [...found];
};

/** An animal that something happens to, or one that attacks: of the first no person is in danger. */
const animalAmong = (parts: readonly Part[], words: readonly string[]): "suffers" | "attacks" | null => {
  const animal = parts.find((part) => part.name === "animal");
  if (!animal) return null;
  const attacks = parts.some(
    ({ name, at }) =>
      name === "attack" && at > animal.at && at <= animal.at + 6 && ![1, 2].some((n) => words[at - n] === "bi"),
  );
  return attacks ? "attacks" : "suffers";
};

/** Amounts and numbers differ in every case; that there is one is what counts. */
const masked = (word: string): string =>
  /^1(?:1[1-5])$/.test(word)
    ? word
    : /^\d+$/.test(word)
      ? "9"
      : /^\d+(?:tr|trieu|cu|k|chai)\d*$/.test(word)
        ? "9tr"
        : word.slice(0, 24);

const partsIn = (concepts: Concepts, meant: (text: string) => string) => {
  const known = new Map<string, string[]>();
  for (const [name, phrases] of Object.entries(concepts))
    for (const phrase of new Set(phrases.map((p) => fold(meant(p)))))
      known.set(phrase, [...(known.get(phrase) ?? []), name]);
  return (words: readonly string[]): readonly Part[] =>
    words.flatMap((_, at) =>
      [4, 3, 2, 1].flatMap((n) =>
        at + n <= words.length
          ? (known.get(words.slice(at, at + n).join(" ")) ?? []).map((name) => ({ name, at }))
          : [],
      ),
    );
};

/** FNV-1a, folded into the places there are. */
const placeOf = (feature: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (places - 1);
};
