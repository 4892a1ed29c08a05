import { createInstance, type i18n } from "i18next";
import type { Fill, Text } from "../engine/text.ts";
import type { Texts } from "./extract-texts.ts";
import { factText } from "./ledger/fact-words.ts";
import { type Ledger, noLedger } from "./ledger/ledger.ts";

/** All words of the house. A key missing in a language falls back to Vietnamese; a missing key is a bug the checker finds. */
export type Words = {
  readonly add: (ns: string, texts: Texts) => void;
  /** `day`: of which day the facts are that a sentence points to; without one, those that stand in it say where to ask. */
  readonly say: (text: Text, language: string, args?: Fill, day?: string) => string;
  readonly has: (text: Text, language: string) => boolean;
  readonly languages: () => readonly string[];
};

/**
 * Builds the catalogue on i18next, which knows the languages and what falls back to what. Each sentence is asked of it
 * once and kept as its pieces: filling in a form of address a dozen times a turn was a fifth of all work otherwise.
 */
export const createWords = (ledger: Ledger = noLedger): Words => {
  const i18 = start();
  let known = new Map<string, Map<string, Sentence>>();

  const sentence = (text: Text, language: string): Sentence => {
    const book = `${language} ${text.ns}`;
    let sentences = known.get(book);
    if (!sentences) {
      sentences = new Map();
      known.set(book, sentences);
    }
    let found = sentences.get(text.key);
    if (!found) {
      found = piecesOf(
        i18.t(text.key, { ns: text.ns, lng: language, skipInterpolation: true }),
        spokenIn(text, language),
      );
      sentences.set(text.key, found);
    }
    return found;
  };

  const has = (text: Text, language: string): boolean =>
    i18.getResource(language, text.ns, text.key, { keySeparator: false }) !== undefined;
  const spokenIn = (text: Text, language: string): string => (has(text, language) ? language : "vi");

  const say = (text: Text, language: string, fill: Fill = {}, day = ""): string => {
    const { start: said, rest, spoken } = sentence(text, language);
    if (rest.length === 0) return said;
    const args = typeof fill === "function" ? fill(spoken) : fill;
    let words = said;
    for (const { name, after } of rest) {
      const value = text.args?.[name] ?? args[name] ?? factText(ledger, name, day);
      // Left as it stands, so that somebody notices; the checker refuses it before that.
      words +=
        (value === undefined
          ? `{{${name}}}`
          : typeof value === "object"
            ? say(value, spoken, fill, day)
            : String(value)) + after;
    }
    return words;
  };

  return {
    add: (ns, texts) => {
      known = new Map();
      for (const [language, words] of Object.entries(texts)) i18.addResourceBundle(language, ns, words, true, true);
    },
    say,
    has,
    languages: () => Object.keys(i18.store.data),
  };
};

/** A sentence cut at its `{{names}}`, and the language it is said in: Vietnamese where the one asked for has no words. */
type Sentence = {
  readonly start: string;
  readonly rest: readonly { readonly name: string; readonly after: string }[];
  readonly spoken: string;
};

const piecesOf = (words: string, spoken: string): Sentence => {
  const [start = "", ...rest] = words.split(/\{\{\s*([\w:/-]+)\s*\}\}/);
  return { start, spoken, rest: rest.flatMap((name, i) => (i % 2 === 0 ? [{ name, after: rest[i + 1] ?? "" }] : [])) };
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
    showSupportNotice: false,
  });
  return i18;
};
