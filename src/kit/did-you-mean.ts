import { closest, distance } from "fastest-levenshtein";

/** The one of `known` that somebody who wrote `word` most likely meant; null when none is near enough to be offered. */
export const didYouMean = (word: string, known: readonly string[]): string | null => {
  if (known.length === 0) return null;
  const nearest = closest(word.toLowerCase(), [...known]);
  if (distance(word.toLowerCase(), nearest) <= Math.max(1, Math.floor(nearest.length / 3))) return nearest;
  // Letters that changed places ("sya", "titel") are two changes to the measure and one slip to the hand.
  const swapped = known.find((k) => sorted(k) === sorted(word));
  if (swapped !== undefined) return swapped;
  // A word cut short, or with its parts in another order, is far by letters and near by sense: "lessons" for "wants-lessons".
  const within = known.filter((k) => word.length >= 4 && k.split("-").includes(word));
  return within.length === 1 ? (within[0] ?? null) : null;
};

const sorted = (word: string): string => [...word.toLowerCase()].sort().join("");
