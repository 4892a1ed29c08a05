import { z } from "zod";
import type { Context } from "../context.ts";
import type { Outcome } from "../transition.ts";

const schema = z.strictObject({ kind: z.literal("call"), flow: z.string() });
export type Call = z.infer<typeof schema>;

/** Goes into another flow and comes back to the next step. `$name` calls the flow a variable names. */
export const call = {
  schema,
  run: (step: Call, _ctx: Context): Outcome => ({ to: "call", flow: step.flow }),
};
