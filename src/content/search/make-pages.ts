import { norm } from "./attached.ts";
import { type Feature, features } from "./features.ts";
import { keyOf } from "./key-of.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Pages } from "./pages.ts";
import { type Posting, type Postings, postings } from "./postings.ts";
import { rarityOf } from "./rarity.ts";
import { createReader } from "./reader.ts";
import { spellings } from "./spellings.ts";
import type { Weights } from "./weights.ts";

/** Texts of one topic, in the order title, phrases, summary, asides, body; `likenesses` are the phrases compared whole, each with what it counts. */
export type TopicTexts = {
  readonly fields: readonly {
    readonly texts: readonly string[];
    readonly weight: number;
    readonly names: boolean;
    readonly pairs: boolean;
  }[];
  readonly likenesses: readonly { readonly text: string; readonly weight: number }[];
};

/** Reads every text of every topic: takes a second, which the build spends once (`built-pages.ts`). */
export const makePages = (topics: readonly TopicTexts[], lexicon: Lexicon, w: Weights): Pages => {
  const { tokens } = createReader(lexicon);
  const read = (text: string, pairs?: boolean): Features => features(tokens(text), w, pairs);
  const texts = topics.map((t) => t.fields.map((f) => f.texts.map((text) => read(text, f.pairs))));
  const named = namedIn(topics, texts);
  const rarity = rarityOf(topics.length, (feature) => named.get(feature) ?? 0);
  const phrases = topics.flatMap((t) => t.likenesses);
  const bag = bagOf(topics, texts, w);
  const byKey = new Map([...named].map(([feature, n]) => [keyOf(feature), n]));
  return {
    bag,
    named: Uint16Array.from(bag.keys, (key) => byKey.get(key) ?? 0),
    alike: postings(
      phrases.flatMap(({ text, weight }, of) => {
        const all = read(text);
        const length = norm(all, rarity) || 1;
        return [...all].map(([feature, { share, marked, alone }]) => ({
          feature,
          of,
          weight: (rarity(feature) * share * weight) / length,
          marked,
          alone,
        }));
      }),
    ),
    spellings: spellings(vocabulary(topics, lexicon)),
  };
};

type Features = ReadonlyMap<string, Feature>;

/** How many topics write a word or pair in their names and phrases. */
const namedIn = (
  topics: readonly TopicTexts[],
  texts: readonly (readonly (readonly Features[])[])[],
): ReadonlyMap<string, number> => {
  const seen = new Map<string, number>();
  texts.forEach((fields, topic) => {
    const said = new Set(
      fields.flatMap((field, f) => (topics[topic]?.fields[f]?.names ? field.flatMap((t) => [...t.keys()]) : [])),
    );
    for (const feature of said) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  });
  return seen;
};

const bagOf = (
  topics: readonly TopicTexts[],
  texts: readonly (readonly (readonly Features[])[])[],
  w: Weights,
): Postings => {
  const sizes = texts.map((fields) => fields.map((field) => field.reduce((n, t) => n + t.size, 0)));
  const means = (topics[0]?.fields ?? []).map((_, f) =>
    Math.max(1, sizes.reduce((n, s) => n + (s[f] ?? 0), 0) / Math.max(1, sizes.filter((s) => s[f]).length)),
  );
  const bag: Posting[] = [];
  texts.forEach((fields, of) => {
    // One entry for each way a word is written in a topic, so that the marks can be compared.
    const entries = new Map<string, { feature: string; weight: number; marked: number; alone: boolean }>();
    fields.forEach((field, f) => {
      const size = 1 - w.length + (w.length * (sizes[of]?.[f] ?? 0)) / (means[f] ?? 1);
      const weight = (topics[of]?.fields[f]?.weight ?? 0) / size;
      for (const text of field)
        for (const [feature, { marked, alone }] of text) {
          const key = marked ? `${feature}|${marked}|${alone}` : feature;
          const entry = entries.get(key) ?? { feature, weight: 0, marked, alone };
          entry.weight += weight;
          entries.set(key, entry);
        }
    });
    for (const entry of entries.values()) bag.push({ of, ...entry });
  });
  return postings(bag);
};

/** Every word that is written somewhere, with the number of topics that write it. */
const vocabulary = (topics: readonly TopicTexts[], lexicon: Lexicon): ReadonlyMap<string, number> => {
  const { tokens: bare } = createReader({ ...lexicon, same: [] });
  const known = new Map<string, number>();
  for (const texts of [...topics.map((t) => t.fields.flatMap((f) => f.texts)), lexicon.same.flat()])
    for (const word of new Set(bare(texts.join(" . ")).map((token) => token.term)))
      known.set(word, (known.get(word) ?? 0) + 1);
  return known;
};
