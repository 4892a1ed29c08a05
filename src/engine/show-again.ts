import { type Context, flowOf, top } from "./context.ts";
import { ask } from "./steps/ask.ts";
import { show } from "./steps/choose.ts";
import { say } from "./steps/say.ts";

/** Shows the present question once more, without doing anything twice: only what was said is said again. */
export const showAgain = (ctx: Context, page = ctx.session.wait?.page ?? 0): void => {
  const run = top(ctx);
  const steps = flowOf(ctx, run)?.states[run.state]?.steps ?? [];
  for (const step of steps.slice(0, run.at)) if (step.kind === "say") say(step, ctx);
  const question = steps[run.at];
  if (question?.kind === "choose") show(question, ctx, page);
  if (question?.kind === "ask") ask(question, ctx);
  ctx.session.status = "waiting";
};

/** Sets the person down at the question of a state, to be shown again. False where that state asks nothing. */
export const standAt = (ctx: Context, state: string): boolean => {
  const run = top(ctx);
  const steps = flowOf(ctx, run)?.states[state]?.steps ?? [];
  const at = steps.findIndex((s) => s.kind === "choose" || s.kind === "ask");
  if (at < 0) return false;
  run.state = state;
  run.at = at;
  ctx.session.wait = null;
  return true;
};
