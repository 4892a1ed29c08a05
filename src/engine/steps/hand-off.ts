import { type Context, flowOf, top } from "../context.ts";
import type { HandOff } from "../definition/steps.ts";
import { next, type Outcome } from "../transition.ts";

/** Asks a person of the community team to come. They see the name, the village and where the person stands; nothing else. */
export const handOff = (step: HandOff, ctx: Context): Outcome => {
  const vars = top(ctx).vars;
  const below = ctx.session.runs.at(-2) ?? top(ctx);
  const text = step.text === undefined ? null : vars[step.text];
  const progress = flowOf(ctx, below)?.states[below.state]?.steps.flatMap((s) =>
    s.kind === "say" && s.progress ? [s.progress] : [],
  )[0];
  ctx.events.push({
    type: "ticket-opened",
    topic: step.topic,
    flow: below.flow,
    state: below.state,
    urgent: step.urgent || vars.urgent === true,
    text: typeof text === "string" ? text : null,
    step: known(progress?.at),
    steps: known(progress?.of),
  });
  return next;
};

/** A place in a row of steps, where the flow gives it as a number. */
const known = (n: string | number | undefined): number | null => (typeof n === "number" ? n : null);
