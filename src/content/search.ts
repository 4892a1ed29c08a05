import MiniSearch from "minisearch";
import type { CatalogueEntry, Found } from "../engine/env.ts";
import { respell } from "./respell.ts";

export type Document = { readonly entry: CatalogueEntry; readonly titles: readonly string[]; readonly phrases: readonly string[]; readonly body: string };

/** Below this share of the question understood, the search says nothing rather than guess. */
const confident = 0.45;

/**
 * The search over everything that can be opened. No model: folded words, a little fuzziness, and a score that is the
 * share of the question's weight that a topic really answers, so that a rare word counts and "làm sao" does not.
 */
export const createSearch = (documents: readonly Document[]): ((text: string) => readonly Found[]) => {
  const entries = new Map(documents.map((d) => [ref(d.entry), d.entry]));
  const index = new MiniSearch<{ id: string; title: string; phrases: string; body: string }>({
    fields: ["title", "phrases", "body"],
    tokenize: respell,
    processTerm: (t) => t,
    searchOptions: { boost: { title: 3, phrases: 2 }, fuzzy: (t) => (t.length > 4 ? 0.2 : false), prefix: (t) => t.length > 3, combineWith: "OR" },
  });
  index.addAll(documents.map((d) => ({ id: ref(d.entry), title: d.titles.join(" "), phrases: d.phrases.join(" "), body: d.body })));
  const weight = weights(documents);
  return (text) => {
    const asked = [...new Set(respell(text))];
    const whole = asked.reduce((sum, w) => sum + weight(w), 0);
    if (whole === 0) return [];
    return index.search(text).flatMap((hit): (Found & { rank: number })[] => {
      const entry = entries.get(String(hit.id));
      if (!entry) return [];
      const terms = new Map(Object.entries(hit.match).map(([term, fields]) => [term, fields.some((f) => f !== "body") ? 1 : 0.4]));
      const share = (w: string): number => terms.get(w) ?? (hit.queryTerms.includes(w) ? 0.4 : 0);
      const understood = asked.reduce((sum, w) => sum + weight(w) * share(w), 0) / whole;
      return understood >= confident ? [{ kind: entry.kind, id: entry.id, title: entry.title, score: understood, rank: hit.score * understood }] : [];
    }).sort((a, b) => b.rank - a.rank).map(({ rank: _, ...found }) => found);
  };
};

const ref = (entry: CatalogueEntry): string => `${entry.kind}:${entry.id}`;

/** How much a word says: rare words much, everyday words little, unknown words something (they mean the question is about something else). */
const weights = (documents: readonly Document[]): ((word: string) => number) => {
  const seen = new Map<string, number>();
  for (const d of documents) for (const w of new Set(respell([...d.titles, ...d.phrases].join(" ")))) seen.set(w, (seen.get(w) ?? 0) + 1);
  return (word) => (everyday.has(word) ? 0.1 : seen.has(word) ? Math.log(1 + documents.length / (seen.get(word) ?? 1)) : 1);
};

const everyday = new Set(
  "lam sao the nao gi o dau khi cho toi bac minh co khong duoc bi la va thi de ma voi nay kia a oi nhe giup can muon phai cai nhu het hay tu ra vao len xuong con chau nguoi ta how to do i my the a is what can help".split(" "),
);
