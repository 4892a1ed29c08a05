/** Ends of lists for browsers from 2021, which have neither `at` nor `findLast`. */
export const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

/** Where the last one stands of which this holds; -1 if of none. */
export const lastIndexWhere = <T>(list: readonly T[], holds: (item: T) => boolean): number => {
  for (let at = list.length - 1; at >= 0; at -= 1) if (holds(list[at] as T)) return at; // inside the list
  return -1;
};
