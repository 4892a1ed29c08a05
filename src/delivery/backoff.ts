/** Twice as long each time up to `longest`, and never at the same moment as all the others. `attempt` from 1, `random` 0 ≤ x < 1. */
export const backoff = (attempt: number, first: number, longest: number, random: () => number): number =>
  // 2 ** 1024 is Infinity; min makes it the longest.
  Math.round(Math.min(longest, first * 2 ** (attempt - 1)) * (0.75 + random() / 2));
