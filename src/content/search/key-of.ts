/**
 * A text as a number of 53 bits, for tables that only ask whether two texts are the same: a hundred thousand small
 * strings would be a tenth of an idle house. Among so many, two alike by chance are less likely than a broken disk.
 */
export const keyOf = (text: string): number => {
  let high = 0x811c9dc5;
  let low = 0x2545f491;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return (spread(high) & 0x1fffff) * 2 ** 32 + spread(low ^ high);
};

/** Of 32 bits, and never 0, which means that nothing was written. */
export const shortKeyOf = (text: string): number => keyOf(text) % 2 ** 32 || 1;

/** Where a key stands in a column of rising keys, found by halving. */
export const rowIn = (keys: Float64Array | Uint32Array, key: number): number | undefined => {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = keys[middle] ?? 0;
    if (there === key) return middle;
    if (there < key) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
};

/** Brings what the multiplications left in the high bits to all of them. */
const spread = (key: number): number => {
  let hash = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
};
