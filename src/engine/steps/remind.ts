import { z } from "zod";
import type { Context } from "../context.ts";
import { next, type Outcome } from "../transition.ts";

const schema = z.strictObject({ kind: z.literal("remind"), timer: z.enum(["unfinished"]), hours: z.number().positive() });
export type Remind = z.infer<typeof schema>;

/** Asks the clock to come back. The timer carries this sprint's token: if the person has moved on by then, it does nothing. */
export const remind = {
  schema,
  run: (step: Remind, ctx: Context): Outcome => {
    ctx.events.push({ type: "timer-set", timer: step.timer, at: ctx.env.now + step.hours * 3_600_000 });
    return next;
  },
};
