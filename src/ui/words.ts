import type { Language } from "../kit/bilingual.ts";

/** A table of words in both languages: the compiler refuses a key that one of them lacks. */
export const table =
  <T extends Readonly<Record<string, unknown>>>(vi: T, en: NoInfer<T>) =>
  (language: Language): T =>
    language === "vi" ? vi : en;
