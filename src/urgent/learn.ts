import { fold } from "../kit/text.ts";
import { type Concepts, featuresIn } from "./features.ts";
import type { Linear } from "./model.ts";
import type { PlainWords } from "./plain-words.ts";
import { type Example, trainLinear } from "./train-linear.ts";

/** Sentences to learn from: cries for help by their kind, money just gone, sentences that only sound so, and other questions. */
export type Examples = {
  readonly life: readonly string[];
  readonly money: readonly string[];
  readonly near: readonly string[];
  readonly other: readonly string[];
};

export type Models = { readonly life: Linear; readonly money: Linear };

/** A third of what only sounds so is never learnt from, always the same one: it is what the tests ask. */
export const heldForTesting = (sentence: string): boolean => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < sentence.length; i++) hash = Math.imul(hash ^ sentence.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % 3 === 0;
};

export const learn = (examples: Examples, concepts: Concepts, plain: PlainWords): Models => {
  const features = featuresIn(concepts, plain);
  // Half of those in trouble type no marks, and then no word of a region is known for what it means.
  const pieces = (texts: readonly string[]) => texts.flatMap((text) => features(text));
  const both = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      const bare = fold(text);
      return bare === text ? features(text) : [...features(text), ...features(bare)];
    });
  const sides = {
    life: both(examples.life),
    money: both(examples.money),
    near: both(examples.near),
    other: pieces(examples.other),
  };
  const lessons = (is: "life" | "money"): readonly Example[] => [
    ...sides[is].map((f) => ({ features: f, is: true, costs: 6 })),
    ...sides[is === "life" ? "money" : "life"].map((f) => ({ features: f, is: false, costs: 2 })),
    ...sides.near.map((f) => ({ features: f, is: false, costs: 5 })),
    ...sides.other.map((f) => ({ features: f, is: false, costs: 2 })),
  ];
  return { life: trainLinear(lessons("life")), money: trainLinear(lessons("money")) };
};
