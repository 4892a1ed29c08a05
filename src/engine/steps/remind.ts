import { type Context, setVar, top } from "../context.ts";
import type { Remind } from "../definition/steps.ts";
import { next, type Outcome } from "../transition.ts";

/**
 * Asks the clock to come back if the person stops anywhere in this flow for so long. It is only noted here: every
 * sprint that leaves the person inside the flow sets its own timer, so the timer always belongs to the last question.
 */
export const remind = (step: Remind, ctx: Context): Outcome => {
  setVar(top(ctx), "remind", step.hours);
  return next;
};
