import type { Clean } from "../kit/clean.ts";
import { composed, cut } from "../kit/text.ts";
import { type Context, putOnRecord } from "./context.ts";
import { limits } from "./limits.ts";
import { remembered } from "./person.ts";

/** Puts on record that a question stayed without an answer: its words for staff if `asked` may be kept, else only that there was one. */
export const recordMissed = (ctx: Context, asked: string | null): void => {
  putOnRecord(ctx, { what: "search-missed", ref: null, data: {} });
  ctx.events.push({ type: "question-missed", text: asked });
};

/** A question's words as a session may hold them: only of people who agreed to be remembered, and nothing private in them. */
export const askable = ({ person, env }: Context, text: string): Clean<"phone"> | null =>
  remembered(person) ? env.cleaned(cut(composed(text).replace(/\s+/g, " ").trim(), limits.questionCharacters)) : null;
