import type { SignId } from "./signs.ts";

/** Where in the original text, in UTF-16 units: from inclusive, to exclusive. */
export type Range = readonly [from: number, to: number];

/** What was seen in a message. "safe" does not exist: rules know some tricks, never all. */
export type Verdict = {
  readonly level: "dangerous" | "suspicious" | "no-sign";
  readonly signs: readonly { readonly id: SignId; readonly at: Range }[];
};
