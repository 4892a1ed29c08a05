import { places } from "./features.ts";

/** A linear model: a weight a feature and what a text must reach. Whole numbers, so that every machine comes to the same. */
export type Linear = { readonly weights: Int16Array; readonly bias: number };

/** How far above (or below) the line a piece of text stands, in thousandths of what learning is content with. Longer pieces have more features, and no more weight by it. */
export const scoreOf = ({ weights, bias }: Linear, features: readonly number[]): number => {
  let sum = 0;
  for (const f of features) sum += weights[f] ?? 0;
  return Math.round((sum / Math.sqrt(features.length + 24) + bias) / 2);
};

export const pack = ({ weights, bias }: Linear): { readonly bias: number; readonly weights: string } => ({
  bias,
  weights: Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength).toString("base64"),
});

export const unpack = (packed: { readonly bias: number; readonly weights: string }): Linear => {
  const bytes = Buffer.from(packed.weights, "base64");
  const weights = new Int16Array(places);
  for (let i = 0; i < places && i * 2 + 1 < bytes.length; i++) weights[i] = bytes.readInt16LE(i * 2);
  return { bias: packed.bias, weights };
};
