import { cut } from "../../kit/text.ts";
import { type Context, putOnRecord as put, setVar, top } from "../context.ts";
import type { RecordStep } from "../definition/steps.ts";
import { limits } from "../limits.ts";
import { readRecord } from "../records.ts";
import { numberVar } from "../session.ts";
import { next, type Outcome } from "../transition.ts";
import { resolve } from "./set.ts";

/** Puts a fact on record. Values are names and numbers; a person's sentence is never among them. */
export const record = (step: RecordStep, ctx: Context): Outcome => {
  const data = Object.fromEntries(
    Object.entries(step.data).flatMap(([name, value]) => {
      const known = resolve(value, ctx);
      // What no variable holds is left out, so that the schema says whether it may be.
      if (known === null) return [];
      return [[name, typeof known === "string" ? cut(known, limits.recordCharacters) : known]];
    }),
  );
  const read = readRecord(step.what, step.ref === undefined ? null : resolve(step.ref, ctx), data);
  if (!read.ok) return { to: "failed", why: `the record ${step.what} does not hold (${read.why})` };
  const fact = read.record;
  const graded = fact.what === "quiz-answered" || fact.what === "item-reviewed";
  if (!graded || firstTry(ctx, fact.ref, fact.data.right)) put(ctx, fact);
  return next;
};

/** Only the first answer to an item counts: trying again is for learning, not for the score. */
const firstTry = (ctx: Context, item: string, right: boolean): boolean => {
  const run = top(ctx);
  if (run.vars[`tried ${item}`]) return false;
  setVar(run, `tried ${item}`, true);
  if (right) setVar(run, "score", numberVar(run, "score") + 1);
  return true;
};
