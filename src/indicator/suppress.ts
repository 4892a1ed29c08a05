/** The smallest group that may be published: below it, neighbours can tell who it is. */
export const SMALLEST = 5;

/** A public table: a cell is null where it is hidden; the total says only what the cells shown say. */
export type Suppressed<K> = {
  readonly cells: ReadonlyMap<K, number | null>;
  /** How many cells are hidden, each of them somewhere from 0 to 4. */
  readonly hidden: number;
  /** The sum of the cells shown: the exact total where nothing is hidden, otherwise "at least so many". */
  readonly atLeast: number;
};

/**
 * Hides every cell below 5, and gives as the total only the sum of what is shown. A cell is judged by itself alone, so
 * neither the other cells, nor the total, nor the table of another month, nor knowing this rule says more about a hidden
 * cell than "0 to 4". (An exact total would: 13 = 5 + ? + ? can only be 4 and 4.) Nobody at all is no small group: then
 * every cell is a shown 0.
 */
export const suppress = <K>(counts: ReadonlyMap<K, number>): Suppressed<K> => {
  const nobody = [...counts.values()].every((n) => n === 0);
  const cells = new Map([...counts].map(([key, n]) => [key, nobody || n >= SMALLEST ? n : null]));
  let atLeast = 0;
  let hidden = 0;
  for (const n of cells.values()) {
    if (n === null) hidden += 1;
    else atLeast += n;
  }
  return { cells, hidden, atLeast };
};

/**
 * The three largest groups of another table over the same people (audiences beside villages), in order and without
 * numbers. Numbers of a second table would bound the total, and with it what the first one hides; an order bounds
 * nothing once the third has 10 people of at least 100. Empty where that does not hold.
 */
export const largest = <K>(counts: ReadonlyMap<K, number>, { atLeast }: Suppressed<unknown>): readonly K[] => {
  const first = [...counts].sort((a, b) => b[1] - a[1]).slice(0, RANKED);
  const few = first.length < RANKED || first.some(([, n]) => n < SMALLEST_RANKED);
  return few || atLeast < SMALLEST_WHOLE ? [] : first.map(([key]) => key);
};
const RANKED = 3;
const SMALLEST_RANKED = 10;
const SMALLEST_WHOLE = 100;

/**
 * May the number of people active in a month be shown? Whoever newly reached an indicator in the month was active in it,
 * so a number close to that increase would bound the hidden cells of before and after. Shown where it is above every
 * possible increase by at least 5; left out otherwise, which then says nothing either.
 */
export const mayShowActive = (
  active: number,
  increases: readonly { readonly before: Suppressed<unknown>; readonly after: Suppressed<unknown> }[],
): boolean =>
  increases.every(({ before, after }) => active >= Math.max(0, range(after).to - range(before).from) + SMALLEST);

/** The true total lies in here, ends included, for all that a reader of the table can tell. */
const range = ({ atLeast, hidden }: Suppressed<unknown>) => ({ from: atLeast, to: atLeast + hidden * (SMALLEST - 1) });
