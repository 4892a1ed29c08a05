import { type Context, flowOf, top } from "./context.ts";
import { standAt } from "./show-again.ts";
import { home } from "./stack.ts";
import { app } from "./text.ts";

/**
 * Sets a person down again when the version they stood on was retired: at the same question if it still exists, else
 * at the nearest checkpoint they have passed, else at the beginning, else (the flow is gone) in the menu; and tells
 * them so in one sentence. What it gives back says where they stand now: `beginning` has still to be run.
 */
export const relocate = (ctx: Context): "stays" | "question" | "beginning" => {
  const stood = top(ctx);
  let moved = false;
  ctx.session.runs = ctx.session.runs.filter((run) => flowOf(ctx, run) || ctx.env.flow(run.flow));
  if (ctx.session.runs.at(-1) !== stood) {
    ctx.blocks.push({ kind: "text", text: app("moved") });
    home(ctx);
    return "beginning";
  }
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
  if (!moved) return "stays";
  ctx.blocks.push({ kind: "text", text: app("moved") });
  if (standAt(ctx, top(ctx).state)) return "question";
  Object.assign(top(ctx), { state: flowOf(ctx, top(ctx))?.start ?? top(ctx).state, at: 0 });
  ctx.session.wait = null;
  return "beginning";
};
