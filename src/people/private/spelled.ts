import type { Token } from "./tokens.ts";

/** A number told digit by digit in words: its digits, and the tokens it was told in. */
export type Spelled = { readonly digits: string; readonly first: number; readonly last: number };

/**
 * Numbers as they are said to a phone: "không sáu hai, không bốn bốn …", also with figures among the words. Without
 * marks the words are everyday ones (ba: father, nam: year, không: not), so it takes four of them in a row to be a number.
 */
export const spelledNumbers = (tokens: readonly Token[], plain: string): readonly Spelled[] => {
  const found: Spelled[] = [];
  let first = 0;
  while (first < tokens.length) {
    let last = first;
    while (last < tokens.length && goesOn(tokens, plain, first, last)) last += 1;
    if (last > first) {
      const number = told(tokens.slice(first, last));
      if (number !== null) found.push({ digits: number, first, last: last - 1 });
    }
    first = Math.max(last, first + 1);
  }
  return found;
};

const goesOn = (tokens: readonly Token[], plain: string, first: number, at: number): boolean => {
  const token = tokens[at];
  if (token === undefined || (at > first && plain.slice(tokens[at - 1]?.to ?? 0, token.from).length > 4)) return false;
  if (token.digits) return at > first;
  if (between.has(token.text)) return at > first && words.has(tokens[at + 1]?.text ?? "");
  // "năm 1958" is a year.
  if (token.text === "nam" && /^(?:19|20)\d\d$/.test(tokens[at + 1]?.text ?? "")) return false;
  return words.has(token.text);
};

/** Said between the figures: "không ba sáu, rồi không năm tám". */
const between: ReadonlySet<string> = new Set("roi tiep xong den cham phay gach".split(" "));

const told = (tokens: readonly Token[]): string | null => {
  const spoken = tokens.filter((t) => words.has(t.text)).map((t) => t.text);
  if (spoken.length < 4 || new Set(spoken).size < 2) return null;
  const digits = tokens.map((t, i) => (t.digits ? t.text : digitOf(t.text, tokens[i - 1], tokens[i + 1]))).join("");
  return digits.length < 4 || counting(digits) ? null : digits;
};

/** "mười hai" is 12, "hai mươi" 20, "hai mươi ba" 23. */
const digitOf = (word: string, before: Token | undefined, after: Token | undefined): string => {
  // "năm trăm hai mốt" is 521, "năm trăm" 500.
  if (word === "tram") return words.has(after?.text ?? "") ? "" : "00";
  if (word !== "muoi") return words.get(word) ?? "";
  const tens = /^[2-9]$/.test(words.get(before?.text ?? "") ?? "");
  return (tens ? "" : "1") + (after ? "" : "0");
};

/** "một hai ba bốn năm sáu bảy tám": somebody counts. */
const counting = (digits: string): boolean =>
  [...digits].every((d, i) => i === 0 || Number(d) === (Number(digits[i - 1]) + 1) % 10);

const words: ReadonlyMap<string, string> = new Map(
  "khong 0,ko 0,k 0,linh 0,le 0,mot 1,hai 2,ba 3,bon 4,tu 4,nam 5,lam 5,nham 5,sau 6,bay 7,tam 8,chin 9,muoi 1,tram 0"
    .split(",")
    .map((pair) => [pair.split(" ")[0] ?? "", pair.split(" ")[1] ?? ""] as const),
);
