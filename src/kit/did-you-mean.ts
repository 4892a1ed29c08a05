import { closest, distance } from "fastest-levenshtein";

/** The one of `known` that somebody who wrote `word` most likely meant; null when none is near enough to be offered. */
export const didYouMean = (word: string, known: readonly string[]): string | null => {
  if (known.length === 0) return null;
  const nearest = closest(word.toLowerCase(), [...known]);
  const near = distance(word.toLowerCase(), nearest) <= Math.max(1, Math.floor(nearest.length / 3));
  if (near) return nearest;
  // A word cut short, or with its parts in another order, is far by letters and near by sense: "lessons" for "wants-lessons".
  const within = known.filter((k) => word.length >= 4 && k.split("-").includes(word));
  return within.length === 1 ? (within[0] ?? null) : null;
};
