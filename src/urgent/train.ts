import { places } from "./features.ts";
import type { Linear } from "./model.ts";

/** One text to learn from: its features, whether it is one of these, and how much a mistake about it costs. */
export type Lesson = { readonly features: readonly number[]; readonly is: boolean; readonly costs: number };

const rounds = 12;
/** Right by less than this is learnt again: what has not been read stands further from the line than what has. */
const margin = 90;

/** Learns by its mistakes (an averaged perceptron with a margin) in an order that is always the same. */
export const train = (lessons: readonly Lesson[]): Linear => {
  const weights = new Int32Array(places);
  const summed = new Float64Array(places);
  let bias = 0;
  let biasSummed = 0;
  let step = 1;
  for (let round = 0; round < rounds; round++)
    for (const i of shuffled(lessons.length, round)) {
      const lesson = lessons[i];
      if (!lesson) continue;
      const side = lesson.is ? 1 : -1;
      let sum = 0;
      for (const f of lesson.features) sum += weights[f] ?? 0;
      const score = Math.round((sum * 64) / (lesson.features.length + 24)) + bias;
      if (score * side < margin) {
        const move = side * lesson.costs;
        for (const f of lesson.features) {
          weights[f] = (weights[f] ?? 0) + move;
          summed[f] = (summed[f] ?? 0) + move * step;
        }
        bias += move;
        biasSummed += move * step;
      }
      step++;
    }
  const scale = 16;
  const averaged = Int16Array.from(weights, (w, i) =>
    Math.max(-32_767, Math.min(32_767, Math.round((w - (summed[i] ?? 0) / step) * scale))),
  );
  return { weights: averaged, bias: Math.round((bias - biasSummed / step) * scale) };
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
