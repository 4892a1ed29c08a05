import { decomposed } from "../../kit/text.ts";
import { type Label, privatePhrases } from "./phrases.ts";
import { marksOf, type Token } from "./tokens.ts";

/** A label, and how many words stand between it and the number. */
export type Labelled = { readonly label: Label; readonly away: number };

/** The labels among the words before the token at `at`, the nearest first. The longest phrase wins: "mã lỗi" is no "mã". */
export const labelsBefore = (tokens: readonly Token[], at: number, plain: string): readonly Labelled[] => {
  const found: Labelled[] = [];
  let away = 0;
  let i = at - 1;
  const words = linkedAt(tokens, at, plain) ? farthestLinked : farthest;
  while (i >= Math.max(0, at - farthestTokens) && away < words) {
    const token = tokens[i];
    const next = tokens[i + 1];
    if (token === undefined || next === undefined) break;
    // A sentence that has ended says nothing about the number in the next one.
    if (away > 0 && /[.!]\s|\?/.test(plain.slice(token.to, next.from))) break;
    const phrase = token.digits ? null : phraseEndingAt(tokens, i);
    if (phrase) found.push({ label: phrase.label, away });
    const taken = phrase?.words ?? 1;
    if (!token.digits) away += taken;
    i -= taken;
  }
  return found;
};
const farthest = 9;
const farthestLinked = 22;
/** Figures do not count as words between, but behind a page of them nobody remembers the word. */
const farthestTokens = 40;

/** Whether "là", a colon or the like stands right before the token at `at`. */
export const linkedAt = (tokens: readonly Token[], at: number, plain: string): boolean => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined) return false;
  return linking.has(before.text) || /[:=]/.test(plain.slice(before.to, token.from).slice(-3));
};
const linking: ReadonlySet<string> = new Set(["la", "is"]);

/** A label in the few words after a number: "… là stk", "… agribank". */
export const labelAfter = (tokens: readonly Token[], at: number): Label | null => {
  let found: { readonly label: Label; readonly from: number } | null = null;
  for (let i = at + 1; i < Math.min(tokens.length, at + 6) && !tokens[i]?.digits; i++) {
    const phrase = phraseEndingAt(tokens, i);
    // "… is your Zalo verification code"
    if (phrase?.label === "otp") return "otp";
    const from = i + 1 - (phrase?.words ?? 0);
    // The first there is, or the longer one that begins with it: "thẻ khám bệnh" is no "thẻ".
    if (phrase && (found === null || from <= found.from)) found = { label: phrase.label, from };
  }
  return found?.label ?? null;
};

/** Words that glued to a number only say what it is: "cccd001056012345". */
export const isLabel = (word: string): boolean => {
  const all = phrasesOf.get(word);
  return all?.some(({ label }) => label !== "figure" && label !== "code") ?? false;
};

/** A word that says something by itself. */
export const isPhrase = (word: string): boolean => phrasesOf.has(word);

const phraseEndingAt = (
  tokens: readonly Token[],
  end: number,
): { readonly label: Label; readonly words: number } | null => {
  let found: { label: Label; words: number } | null = null;
  let bare = "";
  for (let i = end; i > end - longest && i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.digits) break;
    bare = bare === "" ? token.text : `${token.text} ${bare}`;
    const words = end - i + 1;
    const fits = phrasesOf.get(bare)?.find((p) => p.words.every((word, k) => meant(word, tokens[i + k]?.marks ?? "")));
    if (fits) found = { label: fits.label, words };
  }
  return found;
};

type Phrase = {
  readonly label: Label;
  readonly words: readonly { readonly marks: string; readonly strict: boolean }[];
};

const meant = (word: Phrase["words"][number], typed: string): boolean =>
  typed === word.marks || (typed === "" && !word.strict);

const bareOf = (word: string): string =>
  decomposed(word)
    .replace(/\p{Mn}/gu, "")
    .replace(/đ/g, "d");

const phrasesOf: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const map = new Map<string, Phrase[]>();
  // The keys of `phrases` are exactly the labels; Object.entries forgets that.
  for (const [label, all] of Object.entries(privatePhrases) as [Label, readonly string[]][])
    for (const phrase of all) {
      const strict = phrase.startsWith("!");
      const words = phrase.replace("!", "").split(" ");
      const bare = words.map(bareOf).join(" ");
      const entry = { label, words: words.map((word) => ({ marks: marksOf(word), strict })) };
      map.set(bare, [...(map.get(bare) ?? []), entry]);
    }
  return map;
})();
const longest = Math.max(...[...phrasesOf.keys()].map((phrase) => phrase.split(" ").length));

/** What stands beside the groups that are looked at; the nearest label first. */
export type Around = {
  readonly plain: string;
  readonly tokens: readonly Token[];
  readonly labels: readonly Labelled[];
  readonly after: Label | null;
  /** "là" or a colon stands between the words and the number. */
  readonly linked: boolean;
  /** What they say a number of so many digits is, once it was asked. */
  readonly said: Map<number, Label | null>;
};
