import type { Hearing } from "../engine/hearing.ts";
import { foldQuestion } from "../kit/text.ts";

/**
 * What two questions must share to be one in the queue: the same words in any order, whether or not somebody typed marks,
 * said a word twice or was polite before and behind it. Staff answer it once, and everybody who asked hears.
 */
export const questionKey = (text: string, hearing: Pick<Hearing, "said">): string => {
  const whole = foldQuestion(text).split(" ");
  const least = hearing.said(whole.join(" ")).at(-1)?.key.split(" ") ?? whole;
  return [...new Set(least.length >= telling ? least : whole)].sort().join(" ");
};

/** With fewer words left politeness may have been the matter: "cho cháu" is no question about nothing. */
const telling = 2;
