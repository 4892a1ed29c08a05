import { z } from "zod";
import { AcceptName } from "../accepts.ts";
import type { Context } from "../context.ts";
import { Text } from "../text.ts";
import type { Outcome } from "../transition.ts";

const schema = z.strictObject({
  kind: z.literal("ask"),
  as: z.string(),
  accept: AcceptName,
  retry: Text,
  /** The choice that leaves the question without an answer. */
  skip: z.strictObject({ label: Text, goto: z.string() }),
});
export type Ask = z.infer<typeof schema>;

/** Asks for words. What is typed must be accepted by name; `retry` says kindly what was expected. An empty way out is always offered. */
export const ask = {
  schema,
  run: (step: Ask, ctx: Context): Outcome => {
    ctx.choices = [{ key: "skip", n: 1, label: step.skip.label, style: "plain" }];
    ctx.expects = "text";
    ctx.session.wait = { kind: "ask", page: 0, shown: [{ n: 1, key: "skip" }] };
    return { to: "wait" };
  },
};
