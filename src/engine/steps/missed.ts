import { type Context, top } from "../context.ts";
import type { Missed } from "../definition/steps.ts";
import { recordMissed as put } from "../missed.ts";
import { next, type Outcome } from "../transition.ts";

/** The person says that none of what was found is what they asked. */
export const missed = (step: Missed, ctx: Context): Outcome => {
  const asked = top(ctx).vars[step.text];
  put(ctx, typeof asked === "string" ? asked : null);
  return next;
};
