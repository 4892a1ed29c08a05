import { bounded, compatible, composed, decomposed, fold } from "../../kit/text.ts";
import { respell } from "../respell.ts";
import type { Lexicon } from "./lexicon.ts";

/** One word of a text as the search compares it; `marked` is the word with its diacritics, null in a text written without any. */
export type Token = { readonly term: string; readonly marked: string | null; readonly everyday: boolean };

export type Reader = {
  /** What the index compares; `repair` also bounds the text, because it is a stranger's. */
  readonly tokens: (text: string, repair?: (word: string) => readonly string[]) => readonly Token[];
  /** What the classifier learns from: every word, and the names of the things that several words stand for. */
  readonly parts: (text: string) => { readonly words: readonly ReadText[]; readonly concepts: readonly string[] };
};

/** Longer than any question: the rest of a pasted book changes nothing but the time it takes. */
const longest = { characters: 1_200, words: 160 };

/**
 * Reads texts and questions alike into words: short forms written out, Telex leftovers and typing slips mended,
 * different names of one thing brought together. What both sides go through cannot make them differ.
 */
export const createReader = (lexicon: Lexicon): Reader => {
  const split = createSplit();
  const short = new Map(Object.entries(lexicon.short).map(([from, to]) => [composed(from), split(to)]));
  const everyday = new Set(lexicon.everyday.map((w) => respell(fold(w))));
  const single = new Map<string, string>();
  const several = new Map<string, { readonly form: readonly ReadText[]; readonly concept: string }[]>();
  let most = 1;
  const expand = (word: ReadText): readonly ReadText[] => short.get(word.written) ?? [word];
  const plain = (text: string): ReadText[] => split(text).flatMap(expand);
  for (const [name, ...others] of lexicon.same) {
    const concept = fold(name ?? "").replaceAll(" ", "_");
    for (const form of [name ?? "", ...others]) {
      const words = split(form);
      const bare = words.map((w) => w.term);
      most = Math.max(most, bare.length);
      if (words.length === 1) single.set(words[0]?.written ?? "", concept);
      else several.set(bare.join(" "), [...(several.get(bare.join(" ")) ?? []), { form: words, concept }]);
    }
  }
  /** One after the other: the longest name of a thing that stands here, else the word. */
  const joined = <T>(words: readonly ReadText[], named: (concept: string) => T, other: (word: ReadText) => T): T[] => {
    const all: T[] = [];
    for (let at = 0; at < words.length; ) {
      const found = longestAt(words, at);
      const word = words[at];
      if (found) all.push(named(found.concept));
      else if (word) all.push(other(word));
      at += found?.length ?? 1;
    }
    return all;
  };
  return {
    tokens: (text, repair) => {
      const words = repair ? asked(text).flatMap((w) => mend(w, repair)) : plain(text);
      const marks = words.some((w) => w.written !== w.term && w.marked);
      return joined<Token>(
        words,
        (concept) => ({ term: concept, marked: null, everyday: false }),
        (word) => ({
          term: word.term,
          marked: marks && word.marked ? word.marks : null,
          everyday: everyday.has(word.term),
        }),
      );
    },
    parts: (text) => {
      const words = asked(text);
      return {
        words,
        concepts: joined<string | null>(
          words,
          (concept) => concept,
          () => null,
        ).filter((c) => c !== null),
      };
    },
  };

  function asked(text: string): ReadText[] {
    return plain(bounded(text, longest.characters * 4)).slice(0, longest.words);
  }

  function longestAt(words: readonly ReadText[], at: number): { concept: string; length: number } | null {
    for (let length = Math.min(most, words.length - at); length > 1; length--) {
      const here = words.slice(at, at + length);
      const same = several
        .get(here.map((w) => w.term).join(" "))
        ?.find(({ form }) => here.every((w, i) => matches(w, form[i])));
      if (same) return { concept: same.concept, length };
    }
    // A lone syllable has too many meanings without its marks: "lúa" is not "lừa".
    const concept = single.get(words[at]?.written ?? "");
    return concept ? { concept, length: 1 } : null;
  }
};

/** `marked` is false where the marks cannot be trusted: a word that was mended. */
export type ReadText = {
  readonly written: string;
  readonly term: string;
  readonly marked: boolean;
  readonly marks: string;
};

/** Marks may be missing, not others: "quên mật khẩu" is not "quên mất". */
const matches = (word: ReadText, form: ReadText | undefined): boolean =>
  !word.marked || word.written === word.term || word.written === form?.written || word.marks === form?.marks;

const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** "hóa" and "hoá" are one word: the tone goes to the end. Hỏi and ngã, đ and d, y and i are too often mistaken to tell words apart. */
const toneLast = (word: string): string => {
  const letters = decomposed(word).replaceAll("\u0303", "\u0309");
  return letters.replace(tone, "").replaceAll("đ", "d").replace(/y$/, "i") + (letters.match(tone)?.[0] ?? "");
};

/** Every word is folded once: the same few thousand come again and again while the index is made. */
const createSplit = () => {
  const seen = new Map<string, ReadText>();
  const keep = 20_000;
  return (text: string): ReadText[] =>
    // "AI" in capitals is the machine, "ai" is who.
    compatible(text.replace(/(?<![\p{L}\p{N}])AI(?![\p{L}\p{N}])/gu, "trí tuệ nhân tạo"))
      .toLowerCase()
      .replace(/[\p{Cf}\p{Cc}]/gu, " ")
      .replace(/(?<=[\p{L}\p{M}]{3})(?=\d{1,2}(?!\p{N}|\p{L}))/gu, " ")
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .flatMap((w) => {
        const known = seen.get(w);
        const word = known ?? read(composed(w));
        if (!known && seen.size < keep) seen.set(w, word);
        return word.term === "" ? [] : [word];
      });
};

const read = (written: string): ReadText => ({
  written,
  term: respell(fold(written)),
  marked: true,
  marks: toneLast(written),
});

const mend = (word: ReadText, repair: (word: string) => readonly string[]): readonly ReadText[] => {
  const mended = repair(word.term);
  return mended.length === 1 && mended[0] === word.term
    ? [word]
    : mended.map((term) => ({ written: term, term, marked: false, marks: term }));
};
