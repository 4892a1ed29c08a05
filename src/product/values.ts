import { brought } from "../engine/brought.ts";
import { type Context, top } from "../engine/context.ts";
import { listVar, numberVar, type Var } from "../engine/session.ts";
import { spokenCode } from "../kit/spoken-code.ts";
import { help } from "./help.ts";
import { pushAsked, pushCount } from "./push-count.ts";

/** Values a flow may set by name: `to: "@new-id"`. */
export const values: Readonly<Record<string, (ctx: Context) => Var>> = {
  "@random-code": (ctx) => spokenCode((below) => Math.floor(ctx.env.random() * below)),
  /** The village whose code brought them here. */
  "@brought-village": (ctx) => brought(ctx) ?? null,
  "@new-id": (ctx) => ctx.env.id(),
  /** The question to ask now; none when all were asked. */
  "@review-item": (ctx) => listVar(top(ctx), "items")[numberVar(top(ctx), "at") - 1] ?? "",
  /** What somebody who does not answer is taken to have said: once "later", then "no". */
  "@review-asked": (ctx) => (ctx.person.review === "unasked" ? "later" : "no"),
  /** Null: the lesson, the village or the right to send there is gone. */
  "@push-eligible": (ctx) => pushCount(ctx)?.eligible ?? null,
  "@push-finished": (ctx) => pushCount(ctx)?.finished ?? 0,
  "@push-opted-out": (ctx) => pushCount(ctx)?.optedOut ?? 0,
  "@push-had": (ctx) => pushCount(ctx)?.had ?? 0,
  "@push-full": (ctx) => pushCount(ctx)?.full ?? 0,
  "@push-unreached": (ctx) => pushCount(ctx)?.unreached ?? 0,
  "@push-free": (ctx) => pushCount(ctx)?.windows?.free ?? null,
  "@push-billed": (ctx) => pushCount(ctx)?.windows?.billed ?? null,
  "@push-waiting": (ctx) => pushCount(ctx)?.windows?.waiting ?? null,
  "@help-told": (ctx) => help(ctx).told,
  "@help-open": (ctx) => help(ctx).open,
  "@help-taker": (ctx) => help(ctx).taker,
  "@push-version": (ctx) => pushAsked(ctx)?.version ?? null,
};
