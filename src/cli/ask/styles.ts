import { wordsOf } from "../../kit/vietnamese-words.ts";

/** How a question is written. A question may be of several styles, or of none. */
export const styles = {
  /** Nobody typed a mark: "quen mat khau". */
  no_marks: (question: string): boolean =>
    wordsOf(question).every((word) => word.tone === "" && word.letters === word.key),
  /** Twenty words and more: what happened, and somewhere in it a question. */
  story: (question: string): boolean => wordsOf(question).length >= 20,
  short: (question: string): boolean => wordsOf(question).length <= 4,
} as const satisfies Readonly<Record<string, (question: string) => boolean>>;
