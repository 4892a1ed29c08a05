import { type Context, flowOf, top } from "./context.ts";
import type { Run } from "./session.ts";
import { advance, enter } from "./sprint.ts";
import { home } from "./stack.ts";

/**
 * Goes into small talk over the present question, which is asked again when the talk returns. Talk that is already
 * open is gone back to instead of piled up: ten sentences nobody understands must not bury the lesson under ten answers.
 */
export const aside = (ctx: Context, flow: string, vars: Run["vars"] = {}): void => {
  if (ctx.session.status === "done") home(ctx);
  ctx.session.runs = ctx.session.runs.slice(0, ground(ctx, flow));
  while (ctx.session.runs.length > 1 && isPassing(ctx, top(ctx).flow)) ctx.session.runs.pop();
  ctx.session.wait = null;
  if (!enter(ctx, flow, vars)) advance(ctx);
};

/** How many runs stay below: all, or those under the same talk if it stands above the last lesson. */
const ground = (ctx: Context, flow: string): number => {
  const { runs } = ctx.session;
  const lesson = runs.findLastIndex(
    (r, i) => i === 0 || r.flow === ctx.env.vocabulary.flows.onboarding || flowOf(ctx, r)?.kind !== "flow",
  );
  const same = runs.findIndex((r, i) => i > lesson && r.flow === flow);
  return same < 0 ? runs.length : same;
};

/** Questions of the moment: nobody comes back to them once something else was said. */
const isPassing = ({ env: { vocabulary } }: Context, flow: string): boolean =>
  [vocabulary.flows.found, vocabulary.flows.notUnderstood, vocabulary.flows.welcomeBack].includes(flow);
