import type { Text } from "../../engine/text.ts";
import type { Texts } from "../extract-texts.ts";
import type { Ledger } from "./ledger.ts";

/** The name of the catalogue facts are said from. */
export const FACT_NS = "fact";
const MARK = "fact:";

/** The words of every fact, each stretch of time and the safe words apart, so that a translator has them too. */
export const factTexts = (ledger: Ledger): Texts => {
  const texts: Record<"vi" | "en", Record<string, string>> = { vi: {}, en: {} };
  for (const [name, fact] of ledger.facts)
    for (const [key, words] of [
      ["safe", fact.safe] as const,
      ...fact.holds.map((h, i) => [String(i), h.says] as const),
    ]) {
      texts.vi[`${name}.${key}`] = words.vi;
      texts.en[`${name}.${key}`] = words.en;
    }
  return texts;
};

/**
 * What stands in the braces of `{{fact:area/id}}` on a day. A text kept from an older version may name a fact that is
 * gone: that says where to ask, and never breaks the conversation.
 */
export const factText = (ledger: Ledger, placeholder: string, day: string): Text | undefined => {
  if (!placeholder.startsWith(MARK)) return undefined;
  const name = placeholder.slice(MARK.length);
  const standing = ledger.on(name, day);
  if (!standing) return { ns: "app", key: "fact.gone" };
  return { ns: FACT_NS, key: `${name}.${standing.state === "holds" ? standing.at : "safe"}` };
};

/** The facts a text points to, in order. */
export const factsIn = (words: string): readonly string[] =>
  [...words.matchAll(/\{\{\s*fact:([\w/-]+)\s*\}\}/g)].map((m) => m[1] ?? "");
