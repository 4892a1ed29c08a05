import type { Context } from "../context.ts";
import type { Ask } from "../definition/steps.ts";
import type { Outcome } from "../transition.ts";

/** Asks for words. What is typed must be accepted by name; `retry` says kindly what was expected. An empty way out is always offered. */
export const ask = (step: Ask, ctx: Context): Outcome => {
  ctx.choices = [{ key: "skip", n: 1, label: step.skip.label, style: "plain" }];
  ctx.expects = "text";
  ctx.session.wait = { kind: "ask", page: 0, shown: [{ n: 1, key: "skip" }] };
  return { to: "wait" };
};
