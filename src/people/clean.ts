import type { Clean } from "../kit/clean.ts";
import { cut, longestText } from "../kit/text.ts";
import type { PrivateKind } from "./private/kinds.ts";
import { privateParts } from "./private/private-parts.ts";

/** The same words with what is private cut out; the rest stays readable. `allowed` was asked for and stays. */
export const cleaned = <Left extends PrivateKind = never>(text: string, allowed: readonly Left[] = []): Clean<Left> => {
  let rest = "";
  let from = 0;
  for (const part of foreign(text, allowed)) {
    rest += `${text.slice(from, part.from)}…`;
    from = part.to;
  }
  // Nobody has looked at what stands behind the bound.
  return branded(cut(rest + text.slice(from), longestText));
};

/** The words themselves, or null where something private stands in them that was not asked for: for whoever can be asked to write it anew. */
export const clean = <Left extends PrivateKind = never>(
  text: string,
  allowed: readonly Left[] = [],
): Clean<Left> | null => (text.length > longestText || foreign(text, allowed).length > 0 ? null : branded(text));

const foreign = (text: string, allowed: readonly PrivateKind[]) =>
  privateParts(text).filter(({ kind }) => !allowed.includes(kind));

/** The only place that says so. */
const branded = <Left extends PrivateKind>(text: string): Clean<Left> => text as Clean<Left>;
