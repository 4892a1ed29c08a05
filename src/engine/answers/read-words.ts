import { type Word, wordsOf } from "../../kit/vietnamese-words.ts";
import { type Answer, accepts } from "../accepts.ts";
import type { Context } from "../context.ts";
import type { Ask } from "../definition/steps.ts";
import type { Said } from "../hearing.ts";
import { limits } from "../limits.ts";
import { alike } from "./alike.ts";
import { labelsOf } from "./options.ts";

/** What a text is at a question that asks for words. `retry`: it cannot be the answer. */
export type ReadWords = { readonly is: "answered"; readonly value: Answer } | { readonly is: "skipped" | "retry" };

/** Whether a text is the words on the button that skips, its number, or another way to say so. "Để sau" is nobody's name. */
export const skips = (text: string, step: Ask, ctx: Context): boolean => {
  const { hearing } = ctx.env;
  const labels = labelsOf(step.skip.label, ctx).map((label) => wordsOf(label));
  const said = hearing.said(text);
  // Also copied with its number, as it was shown: "1. Để sau".
  const copied = (one: Said): readonly Word[] => hearing.leading(one)?.rest ?? one.words;
  const named = said.some((one) => labels.some((label) => alike(one.words, label) || alike(copied(one), label)));
  // Nhất and Hai are what people are called: at a name only a digit is a number.
  const placed = (step.accept !== "name" || /\d/.test(text)) && said.some((one) => hearing.place(one) === 1);
  const skipped = step.accept !== "message" && hearing.isSkip(text);
  return named || (placed && text.trim().length <= 8) || skipped || refused(text, step, ctx);
};

/** A bare "không" is no sentence; at a name it is no refusal either, and is asked again. */
const refused = (text: string, step: Ask, ctx: Context): boolean =>
  (step.accept === "words" || step.accept === "village") && ctx.env.hearing.polarity(text) === "no";

export const written = (text: string, step: Ask, ctx: Context): ReadWords => {
  const { hearing } = ctx.env;
  if (step.accept !== "name") return value(accepts[step.accept](text, ctx));
  const name = hearing.nameIn(text);
  const words = wordsOf(name).length;
  const no =
    words === 0 ||
    words > limits.nameWords + 2 ||
    hearing.isNoName(name) ||
    hearing.isNoName(text) ||
    hearing.isQuestion(text);
  return no ? { is: "retry" } : value(accepts.name(name, ctx));
};

const value = (answer: Answer | null): ReadWords =>
  answer === null ? { is: "retry" } : { is: "answered", value: answer };
