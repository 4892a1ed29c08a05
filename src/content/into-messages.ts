/** One thing that is said, with what it takes of a small screen. */
export type Piece = {
  readonly words: number;
  /** Lines of running text it is as high as, with its frame and the gap above it. */
  readonly lines: number;
  /** Something to do, of which a message has one. */
  readonly does?: boolean;
  /** The folded picture comes with it. */
  readonly pictured?: boolean;
  /** One of a list, which is cut only where it must be. */
  readonly point?: boolean;
};

/** A message holds this many words under its heading: more is not read on a small phone. */
export const MOST_WORDS = 45;
/** And this many lines with its heading: what a screen of 360×640 shows between the bars and the ways on. */
export const MOST_LINES = 12.5;

/** The row of a folded picture, in lines. */
const PICTURE = 2.3;

/** Cuts pieces into as few messages as hold them; `head` are the lines that each begins with. A piece too long for any stands alone, to be refused. */
export const intoMessages = <T extends Piece>(pieces: readonly T[], head: number): readonly (readonly T[])[] => {
  let best: { readonly groups: readonly (readonly T[])[]; readonly cost: number } | undefined;
  for (let end = pieces.length; end > 0; end -= 1) {
    const group = pieces.slice(0, end);
    if (end > 1 && !fits(group, head)) continue;
    const groups = [group, ...intoMessages(pieces.slice(end), head)];
    const cost = costOf(groups);
    if (!best || cost < best.cost) best = { groups, cost };
  }
  return best?.groups ?? [];
};

export const fits = (group: readonly Piece[], head: number): boolean =>
  sum(group, (piece) => piece.words) <= MOST_WORDS &&
  sum(group, (piece) => piece.lines) + head + (group.some((piece) => piece.pictured) ? PICTURE : 0) <= MOST_LINES &&
  group.filter((piece) => piece.does).length <= 1;

const sum = (group: readonly Piece[], of: (piece: Piece) => number): number =>
  group.reduce((all, piece) => all + of(piece), 0);

/** Of as many messages those are better that leave a list whole: it is cut only between things to do. */
const costOf = (groups: readonly (readonly Piece[])[]): number =>
  groups.reduce((cost, group, i) => {
    const [before, after] = [group.at(-1), groups[i + 1]?.[0]];
    const torn = before?.point && after?.point && !(before.does && after.does);
    return cost + 10 + (torn ? 3 : 0);
  }, 0);
