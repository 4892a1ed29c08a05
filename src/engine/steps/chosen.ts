import { type Context, top } from "../context.ts";
import type { Chosen } from "../definition/steps.ts";
import { next, type Outcome } from "../transition.ts";

/** The person picked one of the topics that were offered for their words. */
export const chosen = (step: Chosen, ctx: Context): Outcome => {
  const { [step.text]: asked, [step.topic]: topic } = top(ctx).vars;
  if (typeof asked === "string" && typeof topic === "string")
    ctx.events.push({ type: "topic-chosen", text: asked, topic });
  return next;
};
