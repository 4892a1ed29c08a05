/** A question that was answered once and is asked again. `item` is `<lesson>/<question>`; `version` "" means as it stands. */
export type ReviewItem = {
  readonly item: string;
  readonly version: string;
  /** How often in a row it was answered rightly when asked again. */
  readonly box: number;
  /** Epoch ms of the last answer. */
  readonly at: number;
};

export const dayMs = 24 * 3_600_000;

/** Days from an answer to the next asking, by box. */
const days = [1, 3, 7, 21, 60] as const;
/** The box of what was right after the longest wait: known for good. */
export const doneBox = days.length;

/** Two minutes at most. */
const questions = 3;

/** Asked this often in a row without an answer, the person is left in peace until they ask for it. */
export const ignoredEnough = 2;

/** When an item is to be asked again; null when it is known for good. */
export const dueAt = ({ box, at }: ReviewItem): number | null => {
  const wait = days[box];
  return wait === undefined ? null : at + wait * dayMs;
};

/** What to ask now, the most overdue first; and if nothing is due, when something will be (null: never). */
export const sitting = (
  items: readonly ReviewItem[],
  now: number,
): { readonly ask: readonly ReviewItem[]; readonly next: number | null } => {
  const dated = items
    .flatMap((item) => {
      const at = dueAt(item);
      return at === null ? [] : [{ item, at }];
    })
    // Names decide among equals, so that a turn that is run again asks the same.
    .sort((a, b) => a.at - b.at || (a.item.item < b.item.item ? -1 : 1));
  const due = dated.filter((d) => d.at <= now);
  return {
    ask: due.slice(0, questions).map((d) => d.item),
    next: due.length > 0 ? null : (dated[0]?.at ?? null),
  };
};
