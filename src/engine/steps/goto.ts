import { z } from "zod";
import type { Context } from "../context.ts";
import type { Outcome } from "../transition.ts";

const schema = z.strictObject({ kind: z.literal("goto"), to: z.string() });
export type Goto = z.infer<typeof schema>;

/** Goes to another state of the same flow. */
export const goto = {
  schema,
  run: (step: Goto, _ctx: Context): Outcome => ({ to: "state", state: step.to }),
};
