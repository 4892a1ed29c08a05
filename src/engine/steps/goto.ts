import type { Context } from "../context.ts";
import type { Goto } from "../definition/steps.ts";
import type { Outcome } from "../transition.ts";

/** Goes to another state of the same flow. */
export const goto = (step: Goto, _ctx: Context): Outcome => ({ to: "state", state: step.to });
