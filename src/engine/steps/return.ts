import type { Context } from "../context.ts";
import type { Return } from "../definition/steps.ts";
import type { Outcome } from "../transition.ts";

/** Leaves this flow and goes on where it was called, handing back a word in `result`. */
export const returns = (step: Return, _ctx: Context): Outcome => ({ to: "back", result: step.result });
