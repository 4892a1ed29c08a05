import { type Context, top } from "../engine/context.ts";
import type { PushAsked, PushCount } from "../engine/facts.ts";

/** Whom the push of this run would reach now. What was not counted yet is asked for, and the sprint run again. */
export const countedPush = (ctx: Context): PushCount | undefined => {
  const asked = pushAsked(ctx);
  if (!asked) return undefined;
  const found = ctx.facts.pushes.find((p) => p.lesson === asked.lesson && p.village === asked.village);
  if (!found) ctx.asks = { of: "push", ...asked };
  return found;
};

/** Null when the lesson was withdrawn. */
export const pushAsked = (ctx: Context): PushAsked | null => {
  const { lesson, village } = top(ctx).vars;
  const version = ctx.env.flow(`lesson:${String(lesson)}`)?.version;
  return typeof lesson === "string" && typeof village === "string" && version !== undefined
    ? { lesson, village, version }
    : null;
};
