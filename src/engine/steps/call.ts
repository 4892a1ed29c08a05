import { z } from "zod";
import type { Context } from "../context.ts";
import type { Outcome } from "../transition.ts";
import { resolve } from "./set.ts";

const schema = z.strictObject({
  kind: z.literal("call"),
  flow: z.string(),
  /** What is handed over: literals, or `$name` of the run that calls. */
  with: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Call = z.infer<typeof schema>;

/** Goes into another flow and comes back to the next step. `$name` calls the flow a variable names. */
export const call = {
  schema,
  run: (step: Call, ctx: Context): Outcome => ({
    to: "call",
    flow: step.flow,
    ...(step.with && {
      vars: Object.fromEntries(Object.entries(step.with).map(([name, value]) => [name, resolve(value, ctx)])),
    }),
  }),
};
