import { z } from "zod";
import { type Context, change } from "./context.ts";
import { addresses, ages, audiences, reviewWishes } from "./person.ts";
import type { Var } from "./session.ts";

const one = <const T extends readonly string[]>(of: T, value: Var): T[number] | null =>
  of.find((v) => v === value) ?? null;

/** Every change a flow may make to a person. Values outside the known ones change nothing, so a broken flow cannot write rubbish. */
export const changes = {
  name: (ctx, v) => change(ctx, { name: typeof v === "string" && v !== "" ? v : null }),
  you: (ctx, v) => change(ctx, { you: one(addresses, v) ?? ctx.person.you }),
  language: (ctx, v) => change(ctx, { language: typeof v === "string" ? v : ctx.person.language }),
  village: (ctx, v) => change(ctx, { village: ctx.facts.commune.villages.find((x) => x.id === v)?.id ?? null }),
  audience: (ctx, v) => change(ctx, { audience: one(audiences, v) }),
  age: (ctx, v) => change(ctx, { age: one(ages, v) }),
  consent: (ctx, v) => change(ctx, { consent: v === true || v === "yes" ? "yes" : "no" }),
  review: (ctx, v) => change(ctx, { review: one(reviewWishes, v) ?? ctx.person.review }),
  "opted-out": (ctx, v) => change(ctx, { optedOut: v === true }),
} satisfies Record<string, (ctx: Context, value: Var) => void>;

type ChangeName = keyof typeof changes;
// Object.keys loses the literal type; the keys are exactly those of `changes`.
export const Change = z.enum(Object.keys(changes) as [ChangeName, ...ChangeName[]]);
