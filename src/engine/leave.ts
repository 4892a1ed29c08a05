import { type Context, top } from "./context.ts";
import { limits } from "./limits.ts";
import { advance } from "./sprint.ts";
import type { Outcome } from "./transition.ts";

/** Leaves the present question by an outcome, remembering it for "quay lại". */
export const leave = (ctx: Context, outcome: Outcome): void => {
  const run = top(ctx);
  if (outcome.to !== "call" || !outcome.stays) {
    run.trail = [...run.trail.filter((s) => s !== run.state), run.state].slice(-limits.trail);
    run.at += 1;
  }
  ctx.session.wait = null;
  advance(ctx, outcome);
};
