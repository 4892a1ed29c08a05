type Word = { readonly text: string; readonly bare: string; readonly from: number; readonly to: number };

/**
 * A password told sign by sign: "chữ k thường, chữ h hoa, số 5, chấm than, rồi lan1970". From the first of its signs to
 * the last, across commas; one or two signs are told of for other reasons ("đặt có chữ đ, chữ ư được không").
 */
export const signBySign = (
  words: readonly Word[],
  start: number,
): { readonly from: number; readonly to: number } | null => {
  let first: Word | null = null;
  let last: Word | null = null;
  let signs = 0;
  for (let i = start; i < Math.min(words.length, start + farthest); i++) {
    const length = signAt(words, i);
    const end = words[i + Math.max(length, 1) - 1];
    // Behind signs a whole piece may follow: "rồi lan1970".
    if (end && (length > 0 || (signs >= 2 && /[a-z]\d|\d[a-z]/.test(end.bare)))) {
      first ??= words[i] ?? null;
      last = end;
      signs += 1;
      i += Math.max(length, 1) - 1;
    }
    if (/[.?!]$/.test(words[i]?.text ?? "")) break;
  }
  return first && last && signs >= least
    ? { from: first.from, to: last.from + last.text.lastIndexOf(last.bare) + last.bare.length }
    : null;
};
const farthest = 30;
const least = 3;

/** How many words here say one sign; 0 if none. */
const signAt = (words: readonly Word[], i: number): number => {
  const [a = "", b = "", c = ""] = [words[i]?.bare, words[i + 1]?.bare, words[i + 2]?.bare];
  if (a === "chu" && /^[a-z]$/.test(b)) return /^(?:thuong|hoa|in)$/.test(c) ? 3 : 2;
  if (a === "so" && /^\d$/.test(b)) return 2;
  return named.has(`${a} ${b}`) ? 2 : 0;
};
const named: ReadonlySet<string> = new Set([
  "cham than",
  "a cong",
  "gach duoi",
  "gach ngang",
  "gach chan",
  "dau thang",
]);
