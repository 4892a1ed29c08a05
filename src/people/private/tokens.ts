import { decomposed } from "../../kit/text.ts";
import type { LaidBare } from "./laid-bare.ts";

/** A word or a run of digits of a text laid bare; `glued`: nothing stands between it and the token before. */
export type Token = {
  readonly text: string;
  readonly digits: boolean;
  readonly from: number;
  readonly to: number;
  readonly glued: boolean;
  /** The marks it was typed with, in order; "" for a word without any. */
  readonly marks: string;
};

export const tokensOf = ({ plain, original }: LaidBare): readonly Token[] => {
  const tokens: Token[] = [];
  for (const { 0: text, index: from } of plain.matchAll(/\d+|\p{L}+/gu)) {
    const to = from + text.length;
    const digits = /\d/.test(text);
    tokens.push({
      text,
      digits,
      from,
      to,
      glued: tokens.at(-1)?.to === from,
      marks: digits ? "" : marksOf(original(from, to)),
    });
  }
  return tokens;
};

/** The marks of a word without its letters, so that "hoà" and "hòa" are one. */
export const marksOf = (word: string): string =>
  /^[\0-\x7f]*$/.test(word)
    ? ""
    : decomposed(word)
        .replace(/[^\p{Mn}đĐ]/gu, "")
        .toLowerCase();
