import { createInstance, type i18n } from "i18next";
import type { Text } from "../engine/text.ts";
import type { Texts } from "./extract-texts.ts";

export type Args = Readonly<Record<string, string | number>>;

/** All words of the house. A key missing in a language falls back to Vietnamese; a missing key is a bug the checker finds. */
export type Words = {
  readonly add: (ns: string, texts: Texts) => void;
  readonly say: (text: Text, language: string, args?: Args) => string;
  readonly has: (text: Text, language: string) => boolean;
  readonly languages: () => readonly string[];
};

/** Builds the catalogue on i18next. Keys are flat names, so that a dot in one is only a dot. */
export const createWords = (): Words => {
  const i18 = start();
  const say = (text: Text, language: string, args: Args = {}): string => {
    const own: Record<string, string | number> = { ...args };
    for (const [name, value] of Object.entries(text.args ?? {})) own[name] = typeof value === "object" ? say(value, language, args) : value;
    return i18.t(text.key, { ns: text.ns, lng: language, ...own });
  };
  return {
    add: (ns, texts) => {
      for (const [language, words] of Object.entries(texts)) i18.addResourceBundle(language, ns, words, true, true);
    },
    say,
    has: (text, language) => i18.getResource(language, text.ns, text.key, { keySeparator: false }) !== undefined,
    languages: () => Object.keys(i18.store.data),
  };
};

const start = (): i18n => {
  const i18 = createInstance();
  void i18.init({
    initAsync: false,
    lng: "vi",
    fallbackLng: "vi",
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    // Chat text is not HTML; each channel escapes for itself.
    showSupportNotice: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  return i18;
};
