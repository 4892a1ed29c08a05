import { type Spelled, spelledNumbers } from "./spelled.ts";
import type { Token } from "./tokens.ts";

/** One run of digits, or digits and letters without a gap ("711A12345678"), or digits told in words. */
export type Group = {
  readonly digits: string;
  /** As it stands in the text laid bare, without what was told in words. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Its first and last token. */
  readonly first: number;
  readonly last: number;
  readonly form: "digits" | "code" | "words";
};

export const groupsOf = (
  plain: string,
  tokens: readonly Token[],
  isLabel: (word: string) => boolean,
): readonly Group[] => {
  const spelled = spelledNumbers(tokens, plain);
  const groups: Group[] = [];
  let inWords = 0;
  for (let i = 0; i < tokens.length; i++) {
    while ((spelled[inWords]?.last ?? tokens.length) < i) inWords += 1;
    const told = spelled[inWords];
    if (told && told.first === i) {
      groups.push(inWordsGroup(told, tokens));
      i = told.last;
      continue;
    }
    if (!tokens[i]?.digits) continue;
    const group = written(plain, tokens, i, isLabel);
    groups.push(group);
    i = group.last;
  }
  return groups;
};

const inWordsGroup = ({ digits, first, last }: Spelled, tokens: readonly Token[]): Group => ({
  digits,
  text: "",
  from: tokens[first]?.from ?? 0,
  to: tokens[last]?.to ?? 0,
  first,
  last,
  form: "words",
});

/** Takes in the letters glued to the digits, unless they only say what the number is ("cccd001…") or stand behind a long one. */
const written = (plain: string, tokens: readonly Token[], at: number, isLabel: (word: string) => boolean): Group => {
  const labelled = !tokens[at]?.glued || isLabel(tokens[at - 1]?.text ?? "");
  const first = labelled ? at : at - 1;
  let last = at;
  // "001056012345cap2021" is a number and then a word; "711A12345678" is one code.
  const alone = labelled && (tokens[at]?.text.length ?? 0) >= 9;
  while (!alone && tokens[last + 1]?.glued && tokens[last + 2]?.glued) last += 2;
  // "2345abcd" is a code, "482913nhé" a number said in a hurry.
  if (tokens[last + 1]?.glued && (tokens[at]?.text.length ?? 0) < 6) last += 1;
  const parts = tokens.slice(first, last + 1);
  const from = parts[0]?.from ?? 0;
  const to = parts.at(-1)?.to ?? 0;
  return {
    digits: parts.map((t) => (t.digits ? t.text : "")).join(""),
    text: plain.slice(from, to),
    from,
    to,
    first,
    last,
    form: parts.length > 1 ? "code" : "digits",
  };
};

/** Small numbers one after the other with a comma and a blank between, or counted up: a list, not one number. */
export const isListed = (groups: readonly Group[], plain: string): boolean => {
  const gaps = gapsOf(groups, plain);
  return (
    gaps.length > 1 &&
    gaps.every((gap) => gap === gaps[0]) &&
    groups.every((g) => g.digits.length <= 2) &&
    (/^, /.test(gaps[0] ?? "") ||
      groups.every((g, i) => i === 0 || Number(g.digits) === Number(groups[i - 1]?.digits) + 1))
  );
};

/** Written in one go: no more than a sign and blanks between them. */
export const areClose = (groups: readonly Group[], plain: string): boolean =>
  gapsOf(groups, plain).every((gap) => gap.length <= 3);

/** What stands between them. */
export const gapsOf = (groups: readonly Group[], plain: string): readonly string[] =>
  groups.slice(1).map((g, i) => withoutPauses(plain.slice(groups[i]?.to ?? 0, g.from)));

/** "0983... chờ tí... 071 rồi 466": whoever tells a number in pieces says so, and it stays one number. */
export const withoutPauses = (gap: string): string =>
  gap.length > longestPause ? gap : gap.replace(pauses, "").replace(/\s+/g, " ");
const longestPause = 24;
const pauses = /\.\.+|…|\b(?:roi|xong|tiep|(?:cho|doi) (?:ti|chut|xiu|ty))\b/g;
