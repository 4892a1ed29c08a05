import { type Context, top } from "../engine/context.ts";
import type { CommuneFacts } from "../engine/facts.ts";

/** What the guide being gone through costs in this commune, if its staff entered it. A fee set by a province is never ours to say. */
export const localFee = (ctx: Context): Fee | undefined =>
  ctx.facts.commune.fees?.[top(ctx).flow.replace(/^guide:/, "")];

type Fee = NonNullable<CommuneFacts["fees"]>[string];
