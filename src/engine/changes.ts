import { type Context, change } from "./context.ts";
import type { ChangeName } from "./definition/steps.ts";
import { addresses, adult, ages, audiences, forgotten, type Person, remembered, reviewWishes } from "./person.ts";
import type { Var } from "./session.ts";

const one = <const T extends readonly string[]>(of: T, value: Var): T[number] | null =>
  of.find((v) => v === value) ?? null;

/**
 * Every change a flow may make to a person. Values outside the known ones change nothing, so a broken flow cannot write
 * rubbish; and whatever a flow does, nobody is agreed for without an age of 16 or more, and nothing about anybody else
 * is noted. `age-first` in the checker proves that no flow relies on being refused here.
 */
export const changes: { readonly [C in ChangeName]: (ctx: Context, value: Var) => void } = {
  name: (ctx, v) => note(ctx, { name: typeof v === "string" && v !== "" ? v : null }),
  you: (ctx, v) => change(ctx, { you: one(addresses, v) ?? ctx.person.you }),
  language: (ctx, v) => change(ctx, { language: typeof v === "string" ? v : ctx.person.language }),
  village: (ctx, v) => note(ctx, { village: ctx.facts.commune.villages.find((x) => x.id === v)?.id ?? null }),
  audience: (ctx, v) => note(ctx, { audience: one(audiences, v) }),
  age: (ctx, v) => settle(ctx, { age: one(ages, v) }),
  consent: (ctx, v) => settle(ctx, { consent: v === true || v === "yes" ? "yes" : "no" }),
  review: (ctx, v) => change(ctx, { review: one(reviewWishes, v) ?? ctx.person.review }),
  "opted-out": (ctx, v) => change(ctx, { optedOut: v === true }),
};

/** What is noted about a person is noted of those who are remembered; taking it back is for everybody. */
const note = (ctx: Context, changes: Partial<Pick<Person, "name" | "village" | "audience">>): void => {
  const emptied = Object.values(changes).every((v) => v === null);
  if (emptied || remembered(ctx.person)) change(ctx, changes);
};

/** A yes stands only with an age; who is not 16, or takes the yes back, is forgotten in the same step. */
const settle = (ctx: Context, changes: Partial<Pick<Person, "age" | "consent">>): void => {
  const agreed = changes.consent === "yes";
  if (agreed && !adult(ctx.person)) return;
  change(ctx, changes);
  const { consent, age } = ctx.person;
  if (consent === "yes" && !adult(ctx.person)) change(ctx, { ...forgotten(ctx.person), age, consent: "no" });
  // The age of a child stays until the flow took it in: it is how the turn knows to keep nothing at all.
  else if (changes.consent === "no") change(ctx, { ...forgotten(ctx.person), age: adult(ctx.person) ? null : age });
};
