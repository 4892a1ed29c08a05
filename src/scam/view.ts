/** A text made plain, with the place in the original each of its characters came from. */
export type PlainView = { readonly text: string; readonly at: readonly Range[] };

/** Characters written one after the other, each with its place. */
export const joined = (pieces: readonly { readonly text: string; readonly at: Range }[]): PlainView => ({
  text: pieces.map((p) => p.text).join(""),
  at: pieces.flatMap((p) => Array.from({ length: p.text.length }, () => p.at)),
});

/** The place in the original of a stretch of the view. */
export const placeOf = ({ at }: PlainView, from: number, to: number): Range => [
  at[from]?.[0] ?? 0,
  at[Math.max(from, to - 1)]?.[1] ?? 0,
];

/** Where in the original text, in UTF-16 units: from inclusive, to exclusive. */
export type Range = readonly [from: number, to: number];
