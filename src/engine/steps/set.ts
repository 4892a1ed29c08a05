import { changes } from "../changes.ts";
import { type Context, setVar, top } from "../context.ts";
import type { SetStep } from "../definition/steps.ts";
import { numberVar, type Var } from "../session.ts";
import { next, type Outcome } from "../transition.ts";

/** Changes the person or a variable: a literal, another variable (`$name`), or a named value (`@name`). */
export const set = (step: SetStep, ctx: Context): Outcome => {
  const value = resolve(step.to, ctx);
  if (step.person) changes[step.person](ctx, value);
  if (step.var !== undefined) {
    const run = top(ctx);
    setVar(run, step.var, step.add ? numberVar(run, step.var) + Number(value) : value);
  }
  return next;
};

export const resolve = (to: string | number | boolean | null, ctx: Context): Var => {
  if (typeof to !== "string") return to;
  if (to.startsWith("$")) return top(ctx).vars[to.slice(1)] ?? null;
  const value = ctx.env.vocabulary.values[to];
  return value ? value(ctx) : to;
};
