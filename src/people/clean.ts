import { longestText } from "../kit/text.ts";
import type { PrivateKind } from "./private/kinds.ts";
import { privateParts } from "./private/private-parts.ts";

declare const clean: unique symbol;

/**
 * Words of a person with nothing private in them. Every field of the store that keeps somebody's own words has this
 * type, so whoever adds one cannot pass a text by this door without the compiler saying so (scripts/check-free-text.ts
 * asks it of every new column).
 */
export type Clean = string & { readonly [clean]: true };

/** The same words with what is private cut out; the rest stays readable. `allowed` was asked for and stays. */
export const cleaned = (text: string, allowed: readonly PrivateKind[] = []): Clean => {
  let kept = "";
  let from = 0;
  for (const part of privateParts(text)) {
    if (allowed.includes(part.kind)) continue;
    kept += `${text.slice(from, part.from)}…`;
    from = part.to;
  }
  // Nobody has looked at what stands behind the bound.
  return branded((kept + text.slice(from)).slice(0, longestText));
};

/** The words as they are, or null where there is something private in them: for forms, which ask to write it anew. */
export const cleanOrNull = (text: string, allowed: readonly PrivateKind[] = []): Clean | null =>
  text.length <= longestText && privateParts(text).every(({ kind }) => allowed.includes(kind)) ? branded(text) : null;

/** Words we wrote ourselves: of a seed, of sample data, of the program. */
export const ours = (text: string): Clean => branded(text);

/** The only place that says so. */
const branded = (text: string): Clean => text as Clean;
