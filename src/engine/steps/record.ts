import { type Context, keep, record as put, top } from "../context.ts";
import type { RecordStep } from "../definition/steps.ts";
import { limits } from "../limits.ts";
import type { Var } from "../session.ts";
import { next, type Outcome } from "../transition.ts";
import { resolve } from "./set.ts";

/** Puts a fact on record. Values are names and numbers; a person's sentence is never among them. */
export const record = (step: RecordStep, ctx: Context): Outcome => {
  const data: Record<string, Var> = {};
  for (const [name, value] of Object.entries(step.data)) {
    const known = resolve(value, ctx);
    data[name] = typeof known === "string" ? known.slice(0, limits.recordCharacters) : known;
  }
  const ref = step.ref === undefined ? null : resolve(step.ref, ctx);
  if (
    (step.what === "quiz-answered" || step.what === "item-reviewed") &&
    !firstTry(ctx, String(ref), data.right === true)
  )
    return next;
  put(ctx, step.what, ref === null ? null : String(ref), data);
  return next;
};

/** Only the first answer to an item counts: trying again is for learning, not for the score. */
const firstTry = (ctx: Context, item: string, right: boolean): boolean => {
  const run = top(ctx);
  if (run.vars[`tried ${item}`]) return false;
  keep(run, `tried ${item}`, true);
  if (right) keep(run, "score", Number(run.vars.score ?? 0) + 1);
  return true;
};
