/**
 * The number a row of bare words is, all of it: `68`, `sau muoi tam`, `sau tam` (digits said one by one), `mot chin nam
 * tam`. Null when a word of it is no number.
 */
export const numberOf = (words: readonly string[]): number | null => {
  const [first] = words;
  if (words.length === 0 || words.length > 8 || first === undefined) return null;
  if (words.length === 1 && /^\d{1,6}$/.test(first)) return Number(first);
  // "Một chín bảy mươi": the century, then the rest.
  if (first === "mot" && words[1] === "chin" && words.length > 3) {
    const rest = tens(words.slice(2));
    if (rest !== null && rest < 100) return 1900 + rest;
  }
  const thousands = split(words, ["nghin", "ngan"]);
  if (thousands) return added(thousands, 1000);
  const hundreds = split(words, ["tram"]);
  if (hundreds) return added(hundreds, 100);
  return tens(words);
};

const split = (words: readonly string[], at: readonly string[]): readonly [string[], string[]] | null => {
  const i = words.findIndex((w) => at.includes(w));
  return i < 1 ? null : [words.slice(0, i), words.slice(i + 1).filter((w, k) => k > 0 || !["linh", "le"].includes(w))];
};

const added = ([of, rest]: readonly [string[], string[]], unit: number): number | null => {
  const head = numberOf(of);
  const tail = rest.length === 0 ? 0 : numberOf(rest);
  return head === null || tail === null ? null : head * unit + tail;
};

const tens = (words: readonly string[]): number | null => {
  const [a = "", b, c] = words;
  const units = (w: string | undefined): number | undefined => (w === undefined ? 0 : digitOf(w));
  if (a === "muoi") return words.length <= 2 ? sum(10, units(b)) : null;
  if (a === "ham" || a === "bam") return words.length === 2 ? sum(a === "ham" ? 20 : 30, units(b)) : null;
  if (b === "muoi" || b === "chuc") return words.length <= 3 ? sum((digitOf(a) ?? Number.NaN) * 10, units(c)) : null;
  const digits = words.map(digitOf);
  return digits.every((d) => d !== undefined) ? Number(digits.join("")) : null;
};

const sum = (a: number, b: number | undefined): number | null => (b === undefined || Number.isNaN(a) ? null : a + b);

const digitOf = (word: string): number | undefined => digits[word] ?? (/^\d$/.test(word) ? Number(word) : undefined);

const digits: Readonly<Record<string, number>> = {
  khong: 0,
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  lam: 5,
  nham: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
};

/** Whether a bare word can be part of a number. */
export const isNumeral = (word: string): boolean =>
  digitOf(word) !== undefined || /^(?:\d{1,6}|muoi|chuc|tram|nghin|ngan|ham|linh|le)$/.test(word);
