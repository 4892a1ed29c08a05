import { type Context, flowOf, top } from "./context.ts";
import { home } from "./stack.ts";
import { standAt } from "./show-again.ts";
import { app } from "./text.ts";

/**
 * Sets a person down again when the version they stood on was retired: at the same question if it still exists, else
 * at the nearest checkpoint they have passed, else at the beginning; and tells them so in one sentence.
 */
export const relocate = (ctx: Context): boolean => {
  let moved = false;
  ctx.session.runs = ctx.session.runs.filter((run) => flowOf(ctx, run) || ctx.env.flow(run.flow));
  if (ctx.session.runs.length === 0) throw new Error("every flow of the session is gone, the menu too");
  for (const run of ctx.session.runs) {
    if (flowOf(ctx, run)) continue;
    const present = ctx.env.flow(run.flow);
    if (!present) continue;
    const known = run.state in present.states;
    const passed = run.trail.filter((s) => present.states[s]?.checkpoint).at(-1);
    run.version = present.version;
    run.trail = run.trail.filter((s) => s in present.states);
    if (run === top(ctx)) moved = true;
    if (!known) run.state = passed ?? present.start;
    run.at = Math.min(run.at, Math.max(0, (present.states[run.state]?.steps.length ?? 1) - 1));
  }
  if (!moved) return false;
  ctx.blocks.push({ kind: "text", text: app("moved") });
  if (!standAt(ctx, top(ctx).state)) home(ctx);
  return true;
};
