import type { Context } from "../context.ts";
import type { Call } from "../definition/steps.ts";
import type { Outcome } from "../transition.ts";
import { resolve } from "./set.ts";

/** Goes into another flow and comes back to the next step. `$name` calls the flow a variable names. */
export const call = (step: Call, ctx: Context): Outcome => ({
  to: "call",
  flow: step.flow,
  ...(step.with && {
    vars: Object.fromEntries(Object.entries(step.with).map(([name, value]) => [name, resolve(value, ctx)])),
  }),
});
