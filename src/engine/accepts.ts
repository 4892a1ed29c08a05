import { fold } from "../kit/fold.ts";
import type { Context } from "./context.ts";
import type { Accept } from "./definition/steps.ts";
import type { Seen } from "./env.ts";

/** What a typed answer may be, by name. Each gives back the value to keep, or null when the answer does not fit. */
export const accepts: { readonly [A in Accept]: (text: string, ctx: Context) => string | null } = {
  /** What a person wants to be called: letters, up to 40; digits would be a phone or identity number. */
  name: (text) => {
    const name = text.normalize("NFC").replace(/\s+/g, " ").trim();
    return /^[\p{L}][\p{L}\p{M} .'-]{0,39}$/u.test(name) ? name : null;
  },
  /** A village of this commune, typed by name or code, with or without diacritics. */
  village: (text, ctx) => {
    const typed = fold(text);
    return (
      ctx.facts.commune.villages.find((v) => fold(v.name) === typed || fold(v.code) === typed.replace(/ /g, ""))?.id ??
      null
    );
  },
  /** A sentence for the community team. */
  words: (text) => {
    const words = text.normalize("NFC").trim();
    return words.length > 0 && words.length <= 500 ? words : null;
  },
  /** A message, link or number to be looked at. Nothing of it is kept, only what was seen: the level and the names of the signs. */
  message: (text, ctx) => (text.trim() === "" ? null : seenOf(ctx.env.inspect(text))),
};

/** A verdict as it is kept in a run: `dangerous fake-address hurry`. */
export const seenOf = ({ level, signs }: Seen): string => [level, ...signs.map((s) => s.id)].join(" ");
