import { z } from "zod";
import { type Context, top } from "../context.ts";
import { missed as put } from "../missed.ts";
import { next, type Outcome } from "../transition.ts";

const schema = z.strictObject({
  kind: z.literal("missed"),
  /** Variable with the question, where its words may be kept. */ text: z.string(),
});
export type Missed = z.infer<typeof schema>;

/** The person says that none of what was found is what they asked. */
export const missed = {
  schema,
  run: (step: Missed, ctx: Context): Outcome => {
    const asked = top(ctx).vars[step.text];
    put(ctx, typeof asked === "string" ? asked : null);
    return next;
  },
};
