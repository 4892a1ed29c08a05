import { compatibleApart, longestText, plainDigit } from "../../kit/text.ts";

/** A text in plain lower-case letters and digits, and where each of its characters stood in the original. */
export type LaidBare = {
  readonly plain: string;
  /** `at[i]` is where `plain[i]` began; `at[plain.length]` is the end of the original. */
  readonly at: readonly number[];
  /** The same stretch as it was typed. */
  readonly original: (from: number, to: number) => string;
};

/**
 * No diacritics, plain digits in whatever script or circle they were typed, nothing invisible, the letters O, l and I
 * read as digits inside a number. Character by character, so that what is found can be cut out of the original exactly.
 */
export const laidBare = (text: string): LaidBare => {
  let plain = "";
  const at: number[] = [];
  let i = 0;
  for (const char of text) {
    if (plain.length >= longestText) break;
    const bared = bareChar(char);
    for (let k = 0; k < bared.length; k++) at.push(i);
    plain += bared;
    i += char.length;
  }
  at.push(i);
  return {
    plain: plain.replace(/[0-9oli]{3,}/g, digitsRead),
    at,
    original: (from, to) => text.slice(at[from] ?? text.length, at[to] ?? text.length),
  };
};

/** "O01O56O12345" was copied from a photo. "oi" and "loi" are words, and so they are in "loi1956". */
const digitsRead = (run: string, at: number, plain: string): string => {
  if (/[a-z]/.test(plain[at - 1] ?? "") || /[a-z]/.test(plain[at + run.length] ?? "")) return run;
  if (/^[oli]{2}/.test(run) || run.replace(/\D/g, "").length < 2) return run;
  return run.replace(/o/g, "0").replace(/[li]/g, "1");
};

const bareChar = (char: string): string => {
  if (char < "\u0080") return char < " " ? " " : char.toLowerCase();
  const known = seen.get(char);
  if (known !== undefined) return known;
  const bared = spelledOut(char);
  // Vietnamese has a few hundred characters; whoever sends all of Unicode must not fill the memory.
  if (seen.size > 4_000) seen.clear();
  seen.set(char, bared);
  return bared;
};
const seen = new Map<string, string>();

const spelledOut = (char: string): string => {
  const point = char.codePointAt(0) ?? 0;
  const circle = circles.find((one) => point >= one && point < one + 9);
  if (circle !== undefined) return String(point - circle + 1);
  if (char === "⓿") return "0";
  return compatibleApart(char)
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/\p{Cc}|\p{Zs}|\p{Zl}|\p{Zp}/gu, " ")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/[đĐ]/g, "d")
    .replace(/\p{Nd}/gu, plainDigit)
    .toLowerCase();
};

/** Circled one to nine that compatibility folding leaves as they are. */
const circles = ["❶", "➀", "➊", "⓵"].map((first) => first.codePointAt(0) ?? 0);
