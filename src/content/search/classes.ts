import type { CatalogueEntry } from "../../engine/env.ts";
import { type Classifier, decisive } from "./classifier.ts";
import { outOfScope, wantsPerson } from "./sample-questions.ts";
import type { Trait } from "./traits.ts";
import type { Weights } from "./weights.ts";

type Topic = { readonly entry: CatalogueEntry | null; readonly asksForPerson: boolean };

/**
 * Brings together what was learnt, by class of question, and what the words of the pages say, by topic. A class may have
 * several pages (three lessons teach how a telephone is used): the one whose words are nearest stands for it.
 */
export const classesOf = (topics: readonly Topic[], learnt: Classifier, teaches: ReadonlyMap<string, string>) => {
  const placeOf = new Map(learnt.topics.map((t, i) => [t, i]));
  const classOf = topics.map(({ entry, asksForPerson }) => {
    if (!entry) return placeOf.get(asksForPerson ? wantsPerson : outOfScope);
    return placeOf.get(entry.id) ?? placeOf.get(teaches.get(entry.id) ?? "");
  });
  return {
    learnt,
    /** How likely each topic is meant, 0–1. Topics without a class come after all others, unless they are named word for word. */
    shares: (scores: Float32Array, pages: readonly number[], w: Weights): readonly number[] => {
      // As precise as the pages' own scores: what is nearest is found again by comparing.
      const nearest = new Float64Array(scores.length);
      topics.forEach((_, i) => {
        const c = classOf[i];
        if (c !== undefined) nearest[c] = Math.max(nearest[c] ?? 0, pages[i] ?? 0);
      });
      const shares = softmax(scores.map((s, c) => (s + w.pages * (nearest[c] ?? 0)) / w.temperature));
      return topics.map((_, i) => {
        const c = classOf[i];
        const page = pages[i] ?? 0;
        if (c === undefined) return page >= w.named ? page : 0;
        // Of a class without any word in common its first page stands for it.
        const near = nearest[c] ?? 0;
        const part = near === 0 ? (classOf.indexOf(c) === i ? 1 : 0) : page === near ? 1 : page < near * 0.6 ? 0 : 0.5;
        return (shares[c] ?? 0) * part;
      });
    },
    decisive: (seen: ReadonlyMap<number, Trait>, topic: number): readonly string[] =>
      decisive(learnt, seen, learnt.topics[classOf[topic] ?? -1] ?? ""),
  };
};

const softmax = (scores: Float32Array): Float32Array => {
  const most = scores.reduce((m, s) => Math.max(m, s), Number.NEGATIVE_INFINITY);
  const shares = scores.map((s) => Math.exp(s - most));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((s) => s / sum);
};
