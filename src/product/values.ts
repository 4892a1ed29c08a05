import { brought } from "../engine/brought.ts";
import { type Context, top } from "../engine/context.ts";
import type { Var } from "../engine/session.ts";
import { spokenCode } from "../kit/spoken-code.ts";

/** Values a flow may set by name: `to: "@new-id"`. */
export const values: Readonly<Record<string, (ctx: Context) => Var>> = {
  "@random-code": (ctx) => spokenCode((below) => Math.floor(ctx.env.random() * below)),
  /** The village whose code brought them here. */
  "@brought-village": (ctx) => brought(ctx) ?? null,
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
