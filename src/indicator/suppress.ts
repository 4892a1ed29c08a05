/** The smallest group that may be published: below it, neighbours can tell who it is. */
export const SMALLEST = 5;

/** A public count: null where it is hidden. */
export type Suppressed<K> = { readonly total: number | null; readonly cells: ReadonlyMap<K, number | null> };

/**
 * Hides every cell below 5 and as many further ones as it takes that no hidden cell can be worked out from the total:
 * at least two cells are hidden and together they hold at least 5 people, so each may be anything from 0 to 5 or more.
 * A total below 5 is hidden too, except 0: that nobody has begun tells nothing about anyone.
 */
export const suppress = <K>(counts: ReadonlyMap<K, number>): Suppressed<K> => {
  const sum = [...counts.values()].reduce((a, b) => a + b, 0);
  if (sum === 0) return { total: 0, cells: new Map(counts) };
  if (sum < SMALLEST) return { total: null, cells: new Map([...counts].map(([key]) => [key, null])) };

  const ascending = [...counts].sort((a, b) => a[1] - b[1]);
  let hidden = ascending.filter(([, n]) => n < SMALLEST).length;
  const together = () => ascending.slice(0, hidden).reduce((a, [, n]) => a + n, 0);
  while (hidden > 0 && hidden < ascending.length && (hidden < 2 || together() < SMALLEST)) hidden++;

  const gone = new Set(ascending.slice(0, hidden).map(([key]) => key));
  return { total: sum, cells: new Map([...counts].map(([key, n]) => [key, gone.has(key) ? null : n])) };
};
