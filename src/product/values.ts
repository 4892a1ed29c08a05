import { brought } from "../engine/brought.ts";
import { type Context, top } from "../engine/context.ts";
import { listVar, numberVar, type Var } from "../engine/session.ts";
import { spokenCode } from "../kit/spoken-code.ts";
import { countedPush, pushAsked } from "./counted-push.ts";
import { help } from "./help.ts";
import { lessonsLeft } from "./next-lesson.ts";

/** Values a flow may set by name: `to: "@new-id"`. */
export const values: Readonly<Record<string, (ctx: Context) => Var>> = {
  "@random-code": (ctx) => spokenCode((below) => Math.floor(ctx.env.random() * below)),
  /** The village whose code brought them here. */
  "@brought-village": (ctx) => brought(ctx) ?? null,
  "@lessons-left": (ctx) => lessonsLeft(ctx),
  "@new-id": (ctx) => ctx.env.id(),
  /** The question to ask now; none when all were asked. */
  "@review-item": (ctx) => listVar(top(ctx), "items")[numberVar(top(ctx), "at") - 1] ?? "",
  /** What somebody who does not answer is taken to have said: once "later", then "no". */
  "@review-asked": (ctx) => (ctx.person.review === "unasked" ? "later" : "no"),
  /** Null: the lesson, the village or the right to send there is gone. */
  "@push-eligible": (ctx) => countedPush(ctx)?.eligible ?? null,
  "@push-finished": (ctx) => countedPush(ctx)?.finished ?? 0,
  "@push-opted-out": (ctx) => countedPush(ctx)?.optedOut ?? 0,
  "@push-had": (ctx) => countedPush(ctx)?.had ?? 0,
  "@push-full": (ctx) => countedPush(ctx)?.full ?? 0,
  "@push-unreached": (ctx) => countedPush(ctx)?.unreached ?? 0,
  "@push-free": (ctx) => countedPush(ctx)?.windows?.free ?? null,
  "@push-billed": (ctx) => countedPush(ctx)?.windows?.billed ?? null,
  "@push-waiting": (ctx) => countedPush(ctx)?.windows?.waiting ?? null,
  "@help-told": (ctx) => help(ctx).told,
  "@help-open": (ctx) => help(ctx).open,
  "@help-taker": (ctx) => help(ctx).taker,
  "@help-ticket": (ctx) => help(ctx).ticket,
  "@help-helping": (ctx) => help(ctx).helping,
  "@help-from": (ctx) => help(ctx).from,
  "@push-version": (ctx) => pushAsked(ctx)?.version ?? null,
};
