import { type Context, top } from "../context.ts";
import type { HandOff } from "../definition/steps.ts";
import { next, type Outcome } from "../transition.ts";

/** Asks a person of the community team to come. They see the name, the village and where the person stands; nothing else. */
export const handOff = (step: HandOff, ctx: Context): Outcome => {
  const vars = top(ctx).vars;
  const below = ctx.session.runs.at(-2) ?? top(ctx);
  const text = step.text === undefined ? null : vars[step.text];
  ctx.events.push({
    type: "ticket-opened",
    topic: step.topic,
    flow: below.flow,
    state: below.state,
    urgent: step.urgent || vars.urgent === true,
    text: typeof text === "string" ? text : null,
  });
  return next;
};
