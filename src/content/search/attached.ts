import type { Phrase } from "../../engine/facts.ts";
import type { Feature } from "./features.ts";
import { agreement } from "./features.ts";
import { eachPosting, type Posting, postings } from "./postings.ts";
import type { Weights } from "./weights.ts";

type Features = ReadonlyMap<string, Feature>;

/** How like the question the nearest phrase of each topic is, 0–1, by the place of the topic. */
export type Attached = (asked: Features) => ReadonlyMap<number, number>;

/**
 * A small index of its own over the phrases that a commune attached. The large one is not made anew for them: that takes
 * most of a second, and this a few milliseconds for hundreds. Both sides are read the same way, so the same words are 1.
 */
export const attached = (
  phrases: readonly Phrase[],
  placeOf: (topic: string) => number | undefined,
  read: (text: string) => Features,
  rarity: (feature: string) => number,
  w: Weights,
): Attached => {
  const topics: number[] = [];
  const all: Posting[] = [];
  for (const { text, topic } of phrases) {
    const place = placeOf(topic);
    // A topic that is no longer taught: its phrases wait for it to come back.
    if (place === undefined) continue;
    const of = topics.push(place) - 1;
    const said = read(text);
    const length = norm(said, rarity) || 1;
    for (const [feature, { share, marked, alone }] of said)
      all.push({ feature, of, weight: (rarity(feature) * share) / length, marked, alone });
  }
  const written = postings(all);
  return (asked) => {
    const dots = new Float64Array(topics.length);
    const length = norm(asked, rarity) || 1;
    for (const [feature, { share, marked }] of asked) {
      const weight = (rarity(feature) * share) / length;
      eachPosting(written, feature, (of, n, said, alone) => {
        dots[of] = (dots[of] ?? 0) + weight * n * agreement(marked, said, alone, w);
      });
    }
    const best = new Map<number, number>();
    dots.forEach((dot, of) => {
      const topic = topics[of] ?? 0;
      if (dot > (best.get(topic) ?? 0)) best.set(topic, dot);
    });
    return best;
  };
};

/** The length of a text as a vector of its rare words. */
export const norm = (all: Features, rarity: (feature: string) => number): number =>
  Math.sqrt([...all].reduce((sum, [f, { share }]) => sum + (rarity(f) * share) ** 2, 0));
