/**
 * The bare form of Vietnamese text, for comparing: no diacritics, lower case, single spaces, no punctuation.
 * "Đồng ý!" and "dong y" fold to the same. Zero-width and direction marks vanish first, so they cannot hide a word.
 */
export const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Cc}]/gu, " ")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[đĐ]/g, "d")
    // The b of Bahnar and Jrai, which phones without their keyboard cannot write.
    .replace(/[ƀɃ]/g, "b")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}?]+/gu, " ")
    .trim();

/** The same without the "?" that is a command here: two people ask one thing whether or not they end it with a mark. */
export const foldQuestion = (text: string): string => fold(text.replaceAll("?", " "));
