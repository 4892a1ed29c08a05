import { norm } from "./attached.ts";
import { agreement, type Feature } from "./features.ts";
import { keyOf, rowIn } from "./key-of.ts";
import { eachPosting, type Postings } from "./postings.ts";
import { rarityOf } from "./rarity.ts";
import type { Spellings } from "./spellings.ts";
import type { Weights } from "./weights.ts";

/** What was read of all topics: their words together, their single phrases, and how words are spelt. Numbers alone, so that it can be kept as a file. */
export type Pages = {
  readonly bag: Postings;
  /** For each feature of the bag in how many topics' names and phrases it stands. */
  readonly named: Uint16Array;
  readonly alike: Postings;
  readonly spellings: Spellings;
};

type Topic = { readonly likenesses: readonly { readonly text: string }[] };
type Features = ReadonlyMap<string, Feature>;

/** Both halves of the search: what a topic's words say together (BM25 by field), and which one phrase is most like the question (cosine). */
export const searchIn = ({ bag, named, alike }: Pages, topics: readonly Topic[], w: Weights) => {
  const rarity = rarityOf(topics.length, (feature) => named[rowIn(bag.keys, keyOf(feature)) ?? -1] ?? 0);
  const topicOf = Uint16Array.from(topics.flatMap((t, topic) => t.likenesses.map(() => topic)));

  /** 0–1 for each topic: the share of the question's weight that it answers. */
  const together = (asked: Features): Float64Array => {
    const sums = new Float64Array(topics.length);
    let whole = 0;
    for (const [feature, { share, marked }] of asked) {
      const weight = rarity(feature) * share;
      whole += weight;
      const counts = new Map<number, number>();
      eachPosting(bag, feature, (of, n, said, alone) => {
        counts.set(of, (counts.get(of) ?? 0) + n * agreement(marked, said, alone, w));
      });
      for (const [topic, n] of counts) sums[topic] = (sums[topic] ?? 0) + (weight * n) / (w.soon + n);
    }
    return sums.map((s) => s / (whole || 1));
  };
  /** For each topic how like the question its best phrase is, and which that was. */
  const nearest = (asked: Features): { readonly likeness: Float64Array; readonly phrase: Int32Array } => {
    const dots = new Float64Array(topicOf.length);
    const length = norm(asked, rarity) || 1;
    for (const [feature, { share, marked }] of asked) {
      const weight = (rarity(feature) * share) / length;
      eachPosting(alike, feature, (of, n, said, alone) => {
        dots[of] = (dots[of] ?? 0) + weight * n * agreement(marked, said, alone, w);
      });
    }
    const likeness = new Float64Array(topics.length);
    const phrase = new Int32Array(topics.length).fill(-1);
    dots.forEach((dot, p) => {
      const topic = topicOf[p] ?? 0;
      if (dot <= (likeness[topic] ?? 0)) return;
      likeness[topic] = dot;
      phrase[topic] = p;
    });
    return { likeness, phrase };
  };
  const shared = (asked: Features, topic: number): string[] =>
    [...asked.keys()].filter((f) => {
      let said = false;
      eachPosting(bag, f, (of) => {
        said ||= of === topic;
      });
      return said && rarity(f) > 0;
    });
  const phraseAt = (at: number): string => topics.flatMap((t) => t.likenesses)[at]?.text ?? "";
  return { together, nearest, shared, rarity, phraseAt };
};
