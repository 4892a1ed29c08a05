import type { Clean } from "../kit/clean.ts";
import { composed, fold } from "../kit/text.ts";
import type { Context } from "./context.ts";
import type { Accept } from "./definition/steps.ts";
import type { Inspected } from "./env.ts";

/** One answer, or the names of what was seen in a message. */
export type Answer = Clean<"phone"> | readonly Clean<"phone">[];

/** What a typed answer may be, by name. Each gives back the value to keep, or null when the answer does not fit. */
export const accepts: { readonly [A in Accept]: (text: string, ctx: Context) => Answer | null } = {
  /** What a person wants to be called: letters, up to 40; digits, also told in words, would be a phone or identity number. */
  name: (text, ctx) => {
    const name = composed(text).replace(/\s+/g, " ").trim();
    const clean = ctx.env.cleaned(name);
    return /^[\p{L}][\p{L}\p{M} .'-]{0,39}$/u.test(name) && clean === name ? clean : null;
  },
  /** A village of this commune, typed by name or code, with or without diacritics. */
  village: (text, ctx) => {
    const typed = fold(text);
    const found = ctx.facts.commune.villages.find(
      (v) => fold(v.name) === typed || fold(v.code) === typed.replace(/ /g, ""),
    );
    return found ? own(found.id) : null;
  },
  /** A sentence for the community team: whoever wants to be called back leaves a telephone. */
  words: (text, ctx) => {
    const words = composed(text).trim();
    return words.length > 0 && words.length <= 500 ? ctx.env.cleaned(words, ["phone"]) : null;
  },
  /** A message, link or number to be looked at. Nothing of it is kept, only what was seen: the level and the names of the signs. */
  message: (text, ctx) => (text.trim() === "" ? null : namesOfSeen(ctx.env.inspect(text))),
};

/** A verdict as it is kept in a run: the level, then the signs, heaviest first. */
export const namesOfSeen = ({ level, signs }: Inspected): readonly Clean[] =>
  [level, ...signs.map((s) => s.id)].map(own);

/** An id or name of the house's own, nobody's words. */
const own = (text: string): Clean => text as Clean;
