import { z } from "zod";
import { type Context, keep, top } from "../context.ts";
import { next, type Outcome } from "../transition.ts";

const schema = z.strictObject({ kind: z.literal("remind"), hours: z.number().positive() });
export type Remind = z.infer<typeof schema>;

/**
 * Asks the clock to come back if the person stops anywhere in this flow for so long. It is only noted here: every
 * sprint that leaves the person inside the flow sets its own timer, so the timer always belongs to the last question.
 */
export const remind = {
  schema,
  run: (step: Remind, ctx: Context): Outcome => {
    keep(top(ctx), "remind", step.hours);
    return next;
  },
};
