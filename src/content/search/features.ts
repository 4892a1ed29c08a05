import { shortKeyOf } from "./key-of.ts";
import type { Token } from "./reader.ts";
import type { Weights } from "./weights.ts";

/** What a word or pair counts in its text, and the key of how it was written there, 0 without marks; `alone` where a single marked syllable is the whole text. */
export type Feature = { readonly share: number; readonly marked: number; readonly alone: boolean };

/** The words of a text and, unless left out, its pairs of neighbours. */
export const features = (tokens: readonly Token[], w: Weights, pairs = true): ReadonlyMap<string, Feature> => {
  const all = new Map<string, Feature>();
  tokens.forEach((token, i) => {
    all.set(token.term, {
      share: token.everyday ? w.everyday : 1,
      marked: token.marked === null ? 0 : shortKeyOf(token.marked),
      alone: tokens.length === 1 && token.marked !== null,
    });
    const next = tokens[i + 1];
    if (!pairs || !next || (token.everyday && next.everyday)) return;
    const share = w.pair * (token.everyday || next.everyday ? 0.6 : 1);
    all.set(`${token.term} ${next.term}`, {
      share,
      marked: token.marked && next.marked ? shortKeyOf(`${token.marked} ${next.marked}`) : 0,
      alone: false,
    });
  });
  return all;
};

/** How far two writings agree: fully unless both have marks and they differ ("bão", "báo"). */
export const agreement = (asked: number, said: number, alone: boolean, w: Weights): number =>
  asked === 0 || said === 0 ? (alone ? w.marked : 1) : asked === said ? 1 : w.marked;
