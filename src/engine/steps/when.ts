import { type Context, holds } from "../context.ts";
import type { When } from "../definition/steps.ts";
import { follow, type Outcome } from "../transition.ts";

/** Decides by a named guard. There is no expression language: a guard has a name, a type and a test. */
export const when = (step: When, ctx: Context): Outcome => follow(holds(ctx, step.is) ? step.then : step.else);
