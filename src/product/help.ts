import type { Context } from "../engine/context.ts";
import type { HelpFacts } from "../engine/facts.ts";

/** Who would hear this person's call now. What was not looked up yet is asked for, and the sprint run again. */
export const help = (ctx: Context): HelpFacts => {
  if (!ctx.facts.help) ctx.asks = { of: "help" };
  return ctx.facts.help ?? { told: 0, open: false, taker: "", ticket: "", helping: "", from: "" };
};
