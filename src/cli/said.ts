import type { Bilingual, Language } from "../kit/bilingual.ts";

/** What is said, in both languages. A bare text is the same in every one: an address, a code, words of the plan or of a person. */
export type Said = Bilingual | string;

export const inLanguage = (said: Said, language: Language): string =>
  typeof said === "string" ? said : said[language];
