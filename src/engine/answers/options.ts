import { type Word, wordsOf } from "../../kit/vietnamese-words.ts";
import type { Context } from "../context.ts";
import type { Choose } from "../definition/steps.ts";
import { type Offered, offered } from "../steps/choose.ts";
import type { Text } from "../text.ts";

/** An option as it can be said: its labels first, then its other words. */
export type Sayable = {
  readonly option: Offered;
  readonly labels: readonly (readonly Word[])[];
  readonly phrases: readonly (readonly Word[])[];
};

/** Every option, on whichever page it stands. The Vietnamese label counts in every language: people mix the two. */
export const sayable = (step: Choose, ctx: Context): readonly Sayable[] =>
  offered(step, ctx).map((option) => {
    const labels = labelsOf(option.label, ctx).map((label) => wordsOf(label));
    return { option, labels, phrases: [...labels, ...option.words.map((word) => wordsOf(word))] };
  });

/** A label as it may be shown to this person. What a text fills in is left out: nobody can be asked to type it. */
export const labelsOf = (label: Text, { env, person }: Context): readonly string[] => {
  const languages = person.language === "vi" ? ["vi"] : [person.language, "vi"];
  return [...new Set(languages.map((language) => env.words(label, language).replace(/\{\{\w{1,40}\}\}/g, " ")))];
};
