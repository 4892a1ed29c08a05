import { longestText } from "../kit/text.ts";
import type { PrivateKind } from "./private/kinds.ts";
import { privateParts } from "./private/private-parts.ts";

declare const clean: unique symbol;

/**
 * Words of a person with nothing private in them. A field of the store that keeps somebody's own words takes
 * this type, so that nobody can pass a text by this door without the compiler saying so.
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

/** The only place that says so. */
const branded = (text: string): Clean => text as Clean;
