import { z } from "zod";
import type { Context } from "../context.ts";
import { GuardName, guards } from "../guards.ts";
import { follow, type Outcome, Transition } from "../transition.ts";

const schema = z.strictObject({
  kind: z.literal("when"),
  is: GuardName,
  then: z.strictObject(Transition),
  else: z.strictObject(Transition).default({}),
});
export type When = z.infer<typeof schema>;

/** Decides by a named guard. There is no expression language: a guard has a name, a type and a test. */
export const when = {
  schema,
  run: (step: When, ctx: Context): Outcome => follow(guards[step.is](ctx) ? step.then : step.else),
};
