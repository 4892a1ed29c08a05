import { compatible, composed } from "../kit/text.ts";

/** The word that is meant, and what people of a region or in haste write for it: `content/urgent/plain.yaml`. */
export type PlainWords = Readonly<Record<string, readonly string[]>>;

const longest = 3;

/** Puts the word that is meant for what somebody wrote, marks and all; what stands between words stays as it was. */
export const plainly = (plain: PlainWords): ((text: string) => string) => {
  const meant = new Map(Object.entries(plain).flatMap(([word, written]) => written.map((w) => [w, word] as const)));
  return (text) => {
    // Words stand at the odd places, what is between them at the even ones.
    const parts = amountsSaid(composed(compatible(text).replace(/\p{Cf}/gu, "")).toLowerCase()).split(
      /([\p{L}\p{M}\p{N}]+)/u,
    );
    for (let at = 1; at < parts.length; at += 2)
      for (let n = longest; n > 0; n--) {
        const end = at + 2 * n - 1;
        const word = end <= parts.length && meant.get(parts.slice(at, end).join(""));
        if (word) parts.splice(at, 2 * n - 1, word);
      }
    return parts.join("");
  };
};

/** "4.900.000" and "3tr" as people say them: the dots would end a sentence, and each amount be a word of its own. */
const amountsSaid = (text: string): string =>
  text
    .replace(/(?<![\d.,])([1-9]\d{0,2})(?:[.,]\d{3}){2}(?![\d]|[.,]\d)/gu, "$1 triệu ")
    .replace(/(?<![\d.,])([1-9]\d{0,2})[.,]\d{3}(?![\d]|[.,]\d)/gu, "$1 nghìn ")
    .replace(/(?<![\p{L}\d])(\d+)(tr|triệu|trieu|củ|cu|chai|nghìn|nghin|ngàn|ngan)(\d*)(?!\p{L})/gu, "$1 $2 $3");
