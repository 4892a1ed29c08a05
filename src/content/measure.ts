import type { Bilingual } from "../kit/bilingual.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { withLongestFacts } from "./ledger/with-facts.ts";
import { filledIn, wordsIn } from "./reading/measure.ts";

/** How much a text is once its facts and names stand in it, in the language that needs more. */
export type Measure = (text: Bilingual) => { readonly words: number; readonly characters: number };

export const measureWith =
  (ledger: Ledger): Measure =>
  (text) => {
    const { vi, en } = withLongestFacts(text, ledger);
    const said = [vi, en].map((words) => filledIn(words).replaceAll("**", ""));
    return {
      words: Math.max(...said.map(wordsIn)),
      characters: Math.max(...said.map((words) => words.length)),
    };
  };

/** How many lines of so many characters a text takes on the screen of a small phone. */
export const screenLines = (characters: number, aLine: number): number => Math.ceil(characters / aLine);
