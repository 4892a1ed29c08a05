import { places } from "./features.ts";
import type { Linear } from "./model.ts";

/** One text to learn from: its features, whether it is one of these, and how much a mistake about it costs. */
export type Example = { readonly features: readonly number[]; readonly is: boolean; readonly costs: number };

const rounds = 12;
/** What stands after these and each later round is averaged: the last sentence read must not weigh more than the first. */
const early = 4;
const rate = 0.06;
/** Weights become whole numbers at the end: 2,000 to one. */
const scale = 2_000;

/**
 * Learns from what is right by less than one (a squared hinge), each feature at its own pace (AdaGrad), in an order that is
 * always the same. Only sums, products and roots, which every machine rounds alike.
 */
export const trainLinear = (lessons: readonly Example[]): Linear => {
  const weights = new Float64Array(places);
  const moved = new Float64Array(places).fill(1e-3);
  let bias = 0;
  let biasMoved = 1e-3;
  const summed = new Float64Array(places);
  let biasSummed = 0;
  for (let round = 0; round < rounds; round++) {
    for (const i of shuffled(lessons.length, round)) {
      const lesson = lessons[i];
      if (!lesson) continue;
      const side = lesson.is ? 1 : -1;
      const size = 1 / Math.sqrt(lesson.features.length + 24);
      let sum = bias;
      for (const f of lesson.features) sum += (weights[f] ?? 0) * size;
      const lacking = 1 - sum * side;
      if (lacking <= 0) continue;
      const slope = -side * lesson.costs * lacking;
      for (const f of lesson.features) {
        const pull = slope * size;
        const so = (moved[f] ?? 0) + pull * pull;
        moved[f] = so;
        weights[f] = (weights[f] ?? 0) - (rate * pull) / Math.sqrt(so);
      }
      biasMoved += slope * slope;
      bias -= (rate * slope) / Math.sqrt(biasMoved);
    }
    if (round < early) continue;
    weights.forEach((w, f) => {
      summed[f] = (summed[f] ?? 0) + w;
    });
    biasSummed += bias;
  }
  const mean = scale / (rounds - early);
  return {
    weights: Int16Array.from(summed, (w) => Math.max(-32_767, Math.min(32_767, Math.round(w * mean)))),
    bias: Math.round(biasSummed * mean),
  };
};

/** Every order of the lessons is drawn from the number of the round alone. */
const shuffled = (n: number, round: number): readonly number[] => {
  const order = Array.from({ length: n }, (_, i) => i);
  let state = 0x9e3779b9 ^ (round + 1);
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state ^ (state >>> 15), 0x85ebca6b) + 0xc2b2ae35) | 0;
    const j = (state >>> 0) % (i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
};
