import type { PrivatePart } from "./kinds.ts";
import { laidBare } from "./laid-bare.ts";
import { privateNumbers } from "./numbers.ts";
import { otherParts } from "./others.ts";
import { passwords } from "./passwords.ts";
import { tokensOf } from "./tokens.ts";

/** Everything in a text that is somebody's own, in order, none over another; places are those of the text as given. */
export const privateParts = (text: string): readonly PrivatePart[] => {
  const bare = laidBare(text);
  const { plain, at } = bare;
  const digits = hasDigits.test(plain) || inWords.test(plain);
  const tokens = digits ? tokensOf(bare) : [];
  const found = [...passwords(plain), ...otherParts(bare, tokens), ...(digits ? privateNumbers(bare, tokens) : [])];
  const taken = new Uint8Array(plain.length);
  const parts = found.filter(({ from, to }) => {
    if (taken.subarray(from, to).includes(1)) return false;
    taken.fill(1, from, to);
    return true;
  });
  return parts
    .map(({ kind, from, to }) => ({ kind, from: at[from] ?? text.length, to: at[to] ?? text.length }))
    .sort((a, b) => a.from - b.from);
};

const hasDigits = /\d/;
/** Four words in a row that may be figures; most sentences have none, and then nobody looks for numbers. */
const inWords =
  /\b(?:khong|ko|linh|mot|hai|ba|bon|nam|sau|bay|tam|chin)[ ,.]{1,3}(?:khong|ko|linh|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram)\b/;
