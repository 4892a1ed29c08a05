import type { Context } from "../context.ts";
import type { End } from "../definition/steps.ts";
import type { Outcome } from "../transition.ts";

/** Ends the conversation for now. The next word opens the menu. */
export const end = (_step: End, _ctx: Context): Outcome => ({ to: "end" });
