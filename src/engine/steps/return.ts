import { z } from "zod";
import type { Context } from "../context.ts";
import type { Outcome } from "../transition.ts";

const schema = z.strictObject({ kind: z.literal("return"), result: z.string().nullable().default(null) });
export type Return = z.infer<typeof schema>;

/** Leaves this flow and goes on where it was called, handing back a word in `result`. */
export const returns = {
  schema,
  run: (step: Return, _ctx: Context): Outcome => ({ to: "back", result: step.result }),
};
