import { compatible, composed, decomposed, fold } from "./text.ts";

/**
 * One word as it is compared: `key` is bare ("xoa"), `letters` keep their hats and hooks, `tone` stands apart. So "xoá" and
 * "xóa", two ways to set one tone, are one word, and a word typed without marks is still told from one with other marks.
 */
export type Word = { readonly key: string; readonly letters: string; readonly tone: string };

/** The words of a text. What cannot be seen vanishes, also inside a word: it must not hide "dừng" from us. */
export const wordsOf = (text: string): readonly Word[] =>
  composed(compatible(text).replace(/\p{Cf}|\p{Me}|\uFE0E|\uFE0F/gu, ""))
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((part) => {
      const key = oneI(fold(part));
      if (key === "" || key.includes(" ")) return [];
      const apart = decomposed(part);
      const tone = (apart.match(tones) ?? []).join("");
      return [{ key, letters: oneI(composed(apart.replace(tones, ""))), tone }];
    });

/** Whether what was typed can be this word: marks may be left out, but not be others. "dung" can be "dừng", "đúng" cannot. */
export const canBe = (typed: Word, word: Word): boolean => {
  if (typed.key !== word.key || (typed.tone !== "" && typed.tone !== word.tone)) return false;
  if (typed.letters === word.letters) return true;
  // Whoever sets a tone sets it on the vowel they mean: "dùng" is not "dừng".
  if (typed.tone !== "") return bareD(typed.letters) === bareD(word.letters) && !typed.letters.includes("đ");
  if (typed.letters === typed.key) return true;
  const letters = [...word.letters];
  return [...typed.letters].every((c, i) => c === letters[i] || c === fold(letters[i] ?? ""));
};

const bareD = (letters: string): string => letters.replaceAll("đ", "d");

/** "kí" and "ký" are one word. */
const oneI = (word: string): string => (/^(?:[hklmst]|qu)?y$/.test(word) ? `${word.slice(0, -1)}i` : word);

export const bareKey = (words: readonly Word[]): string => words.map((w) => w.key).join(" ");

const tones = /\u0300|\u0301|\u0303|\u0309|\u0323/gu;
