import { type Ledger, wordsOn } from "./ledger.ts";

type Spoken = "vi" | "en";
type Say = (name: string, language: Spoken) => string;

/**
 * A piece of content with every fact filled in as it stands on a day: for what is printed, drawn or measured. What is
 * spoken fills them in itself, when it is spoken.
 */
export const withFacts = <T>(value: T, ledger: Ledger, day: string): T =>
  // The shape is that of `value`: only words inside its strings change.
  filled(value, "vi", (name, language) => wordsOf(ledger, name, day)[language]) as T;

/** The same with everything each fact ever says: what people search for must be found on any day. */
export const withEveryFact = <T>(value: T, ledger: Ledger): T =>
  // The shape is that of `value`: only words inside its strings change.
  filled(value, "vi", (name, language) =>
    (ledger.facts.get(name)?.holds ?? []).map((h) => h.says[language]).join(" "),
  ) as T;

/** The same with the longest each fact ever says: a screen must hold it on any day. */
export const withLongestFacts = <T>(value: T, ledger: Ledger): T =>
  // The shape is that of `value`: only words inside its strings change.
  filled(value, "vi", (name, language) => {
    const fact = ledger.facts.get(name);
    const said = fact ? [...fact.holds.map((h) => h.says[language]), fact.safe[language]] : [gone[language]];
    return said.reduce((longest, text) => (text.length > longest.length ? text : longest));
  }) as T;

const filled = (node: unknown, language: Spoken, say: Say): unknown => {
  if (typeof node === "string") return node.replace(POINTER, (_, name: string) => say(name, language));
  if (Array.isArray(node)) return node.map((item) => filled(item, language, say));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, item]) => [key, filled(item, key === "en" ? "en" : language, say)]),
  );
};

const POINTER = /\{\{\s*fact:([\w/-]+)\s*\}\}/g;

const wordsOf = (ledger: Ledger, name: string, day: string) => {
  const fact = ledger.facts.get(name);
  return fact ? wordsOn(fact, day) : gone;
};
const gone = { vi: "hỏi nơi làm cho chắc", en: "ask the office to be sure" };
