import { z } from "zod";
import { spokenCode } from "../../kit/spoken-code.ts";
import { Change, changes } from "../changes.ts";
import { type Context, keep, top } from "../context.ts";
import { next, type Outcome } from "../transition.ts";

const schema = z.strictObject({
  kind: z.literal("set"),
  var: z.string().optional(),
  person: Change.optional(),
  to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  /** Adds instead of replacing; only for numbers. */
  add: z.boolean().optional(),
});
export type SetStep = z.infer<typeof schema>;

/** Changes the person or a variable: a literal, another variable (`$name`), or a named value (`@name`). */
export const set = {
  schema,
  run: (step: SetStep, ctx: Context): Outcome => {
    const value = resolve(step.to, ctx);
    if (step.person) changes[step.person](ctx, value);
    if (step.var !== undefined) {
      const run = top(ctx);
      keep(run, step.var, step.add ? Number(run.vars[step.var] ?? 0) + Number(value) : value);
    }
    return next;
  },
};

const named: Record<string, (ctx: Context) => string | number | null> = {
  "@random-code": (ctx) => spokenCode((below) => Math.floor(ctx.env.random() * below)),
  "@new-id": (ctx) => ctx.env.id(),
  /** The question to ask now; none when all were asked. */
  "@review-item": (ctx) => String(top(ctx).vars.items ?? "").split(" ")[Number(top(ctx).vars.at ?? 0) - 1] ?? "",
  /** What somebody who does not answer is taken to have said: once "later", then "no". */
  "@review-asked": (ctx) => (ctx.person.review === "unasked" ? "later" : "no"),
  "@push-eligible": (ctx) => offer(ctx)?.eligible ?? 0,
  "@push-finished": (ctx) => offer(ctx)?.finished ?? 0,
  "@push-opted-out": (ctx) => offer(ctx)?.optedOut ?? 0,
  "@push-free": (ctx) => offer(ctx)?.windows?.free ?? null,
  "@push-billed": (ctx) => offer(ctx)?.windows?.billed ?? null,
  "@push-waiting": (ctx) => offer(ctx)?.windows?.waiting ?? null,
};
const offer = (ctx: Context) =>
  ctx.facts.pushes.find((p) => p.lesson === top(ctx).vars.lesson && p.village === top(ctx).vars.village);
export const resolve = (to: string | number | boolean | null, ctx: Context): string | number | boolean | null => {
  if (typeof to !== "string") return to;
  if (to.startsWith("$")) return top(ctx).vars[to.slice(1)] ?? null;
  const value = named[to];
  return value ? value(ctx) : to;
};
