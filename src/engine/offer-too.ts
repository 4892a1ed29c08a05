import type { Context } from "./context.ts";
import { limits } from "./limits.ts";
import type { Text } from "./text.ts";

/** One more way beside those of the question: it takes the next free number, before the person's 9; where none is free its words do. */
export const offerToo = (ctx: Context, key: string, label: Text): void => {
  const taken = ctx.choices.flatMap((c) => (c.n !== undefined && c.n <= limits.choicesShown ? [c.n] : []));
  const free = Math.max(0, ...taken) + 1;
  const too = { key, label, style: "quiet" as const, ...(free <= limits.choicesShown && { n: free }) };
  const at = ctx.choices.findIndex((c) => (c.n === undefined ? false : c.n > limits.choicesShown));
  ctx.choices.splice(at < 0 ? ctx.choices.length : at, 0, too);
  if (ctx.session.wait)
    ctx.session.wait = {
      ...ctx.session.wait,
      shown: [...ctx.session.wait.shown, { key, ...(too.n !== undefined && { n: too.n }) }],
    };
};
