import { isHeldOut, type Judge, type Lines, learnTopics } from "./learnt.ts";
import type { Lexicon } from "./lexicon.ts";

/** Of the sample questions kept out, how many find their page first, without and with what is proposed. */
export type HeldOut = { readonly n: number; readonly before: number; readonly after: number };

/** Learns twice from what is not kept out: as it is, and with what is proposed. */
export const heldOut = (lines: Lines, proposed: Lines, lexicon: Lexicon, judge: Judge): HeldOut => {
  const asked = lines.filter(isHeldOut);
  const rest = lines.filter((line) => !isHeldOut(line));
  const right = (learntFrom: Lines): number => {
    const judged = judge(learnTopics(learntFrom, lexicon));
    return asked.filter(({ text, topic }) => judged(text, topic).right).length;
  };
  return { n: asked.length, before: right(rest), after: right([...rest, ...proposed]) };
};
