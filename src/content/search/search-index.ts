import { norm } from "./attached.ts";
import { agreement, type Feature } from "./features.ts";
import { type Posting, postings } from "./postings.ts";
import type { Weights } from "./weights.ts";

/** Texts of one topic, in the order title, phrases, summary, asides, body; `likenesses` are the phrases compared whole, each with what it counts. */
export type Indexed = {
  readonly fields: readonly {
    readonly texts: readonly string[];
    readonly weight: number;
    readonly names: boolean;
    readonly pairs: boolean;
  }[];
  readonly likenesses: readonly { readonly text: string; readonly weight: number }[];
};

type Features = ReadonlyMap<string, Feature>;
/** Both halves of the search: what a topic's words say together (BM25 by field), and which one phrase is most like the question (cosine). */
export const createIndex = (
  topics: readonly Indexed[],
  read: (text: string, pairs?: boolean) => Features,
  w: Weights,
) => {
  const texts = topics.map((t) => t.fields.map((f) => f.texts.map((text) => read(text, f.pairs))));
  const rarity = rarities(topics, texts);
  const bag = bagOf(topics, texts, w);
  const phrases = topics.flatMap((t, topic) => t.likenesses.map(({ text, weight }) => ({ text, weight, topic })));
  const alike = postings(
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
  );

  /** 0–1 for each topic: the share of the question's weight that it answers. */
  const together = (asked: Features): Float64Array => {
    const sums = new Float64Array(topics.length);
    let whole = 0;
    for (const [feature, { share, marked }] of asked) {
      const weight = rarity(feature) * share;
      whole += weight;
      const counts = new Map<number, number>();
      bag.each(feature, (of, n, said, alone) => {
        counts.set(of, (counts.get(of) ?? 0) + n * agreement(marked, said, alone, w));
      });
      for (const [topic, n] of counts) sums[topic] = (sums[topic] ?? 0) + (weight * n) / (w.soon + n);
    }
    return sums.map((s) => s / (whole || 1));
  };
  /** For each topic how like the question its best phrase is, and which that was. */
  const nearest = (asked: Features): { readonly likeness: Float64Array; readonly phrase: Int32Array } => {
    const dots = new Float64Array(phrases.length);
    const length = norm(asked, rarity) || 1;
    for (const [feature, { share, marked }] of asked) {
      const weight = (rarity(feature) * share) / length;
      alike.each(feature, (of, n, said, alone) => {
        dots[of] = (dots[of] ?? 0) + weight * n * agreement(marked, said, alone, w);
      });
    }
    const likeness = new Float64Array(topics.length);
    const phrase = new Int32Array(topics.length).fill(-1);
    dots.forEach((dot, p) => {
      const topic = phrases[p]?.topic ?? 0;
      if (dot <= (likeness[topic] ?? 0)) return;
      likeness[topic] = dot;
      phrase[topic] = p;
    });
    return { likeness, phrase };
  };
  const shared = (asked: Features, topic: number): string[] =>
    [...asked.keys()].filter((f) => {
      let said = false;
      bag.each(f, (of) => {
        said ||= of === topic;
      });
      return said && rarity(f) > 0;
    });
  return { together, nearest, shared, rarity, phraseAt: (at: number): string => phrases[at]?.text ?? "" };
};

/** How rare a word is among the topics' own names and phrases. A pair nobody wrote says nothing; a word nobody wrote says that the question is about something else. */
const rarities = (
  topics: readonly Indexed[],
  texts: readonly (readonly (readonly Features[])[])[],
): ((feature: string) => number) => {
  const seen = new Map<string, number>();
  texts.forEach((fields, topic) => {
    const said = new Set(
      fields.flatMap((field, f) => (topics[topic]?.fields[f]?.names ? field.flatMap((t) => [...t.keys()]) : [])),
    );
    for (const feature of said) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  });
  const stranger = Math.log(1 + topics.length / 3);
  return (feature) => {
    const n = seen.get(feature);
    return n === undefined ? (feature.includes(" ") ? 0 : stranger) : Math.log(1 + topics.length / n);
  };
};

const bagOf = (
  topics: readonly Indexed[],
  texts: readonly (readonly (readonly Features[])[])[],
  w: Weights,
): ReturnType<typeof postings> => {
  const sizes = texts.map((fields) => fields.map((field) => field.reduce((n, t) => n + t.size, 0)));
  const means = (topics[0]?.fields ?? []).map((_, f) =>
    Math.max(1, sizes.reduce((n, s) => n + (s[f] ?? 0), 0) / Math.max(1, sizes.filter((s) => s[f]).length)),
  );
  const bag: Posting[] = [];
  texts.forEach((fields, of) => {
    // One entry for each way a word is written in a topic, so that the marks can be compared.
    const entries = new Map<string, { feature: string; weight: number; marked: string | null; alone: boolean }>();
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
