import { aside } from "./aside.ts";
import type { Command } from "./commands.ts";
import { type Context, change, putOnRecord, top } from "./context.ts";
import { leave } from "./leave.ts";
import { showAgain, standAt } from "./show-again.ts";
import { advance } from "./sprint.ts";
import { home, takeBookmark } from "./stack.ts";
import { offered, take } from "./steps/choose.ts";
import { app } from "./text.ts";
import { question, typedFor } from "./understand.ts";

/** Obeys a global command. It works in every state, and none of them loses the person's place. */
export const runCommand = (ctx: Context, command: Command): void => {
  if (ctx.session.status === "done") home(ctx);
  switch (command) {
    case "menu":
      home(ctx);
      return advance(ctx);
    case "back":
      return back(ctx);
    case "repeat":
      return asking(ctx) ? showAgain(ctx) : advance(ctx);
    case "picture":
      return picture(ctx);
    case "listen":
      ctx.blocks.push({
        kind: "text",
        text: app(ctx.env.capabilities.listen ? "listen.here" : "listen.web", { url: webChat(ctx) }),
      });
      return asking(ctx) ? showAgain(ctx) : advance(ctx);
    case "skip":
      return skip(ctx);
    case "stop":
      // At once, without asking back: somebody who says stop must not have to say it twice.
      change(ctx, { optedOut: true });
      putOnRecord(ctx, { what: "opted-out", ref: null, data: {} });
      return visit(ctx, ctx.env.vocabulary.flows.stop);
    case "review":
      return visit(ctx, ctx.env.vocabulary.flows.reviewWish);
    case "no-review":
      change(ctx, { review: "no" });
      putOnRecord(ctx, { what: "review-stopped", ref: null, data: {} });
      ctx.blocks.push({ kind: "text", text: app("review.stopped") });
      leaveReview(ctx);
      return asking(ctx) ? showAgain(ctx) : advance(ctx);
    case "resume":
      return continueBookmark(ctx);
    case "person":
      // Whoever types to a person already has one.
      if (typedFor(question(ctx))) return showAgain(ctx);
      return visit(ctx, ctx.env.vocabulary.flows.person);
    case "help":
      return visit(ctx, ctx.env.vocabulary.flows.help);
    case "language":
      return visit(ctx, ctx.env.vocabulary.flows.language);
    case "assessment":
      return visit(ctx, ctx.env.vocabulary.flows.assessment);
    case "unlink":
      if (ctx.facts.joined) return aside(ctx, ctx.env.vocabulary.flows.linkUndo, { link: ctx.facts.joined });
      ctx.blocks.push({ kind: "text", text: app("code.none-joined") });
      return asking(ctx) ? showAgain(ctx) : advance(ctx);
    case "download":
      // Asked for again, it is a new address: the one above is used or over.
      if (top(ctx).flow === ctx.env.vocabulary.flows.download && asking(ctx))
        return leave(ctx, { to: "state", state: "offer" });
      return aside(ctx, ctx.env.vocabulary.flows.download);
    case "data":
      return visit(ctx, ctx.env.vocabulary.flows.data);
  }
};

const asking = (ctx: Context): boolean => question(ctx) !== undefined && ctx.session.wait !== null;

/** The questions asked again are over: somebody who says "no more" must not be led back to one. */
const leaveReview = (ctx: Context): void => {
  const at = ctx.session.runs.findIndex((r) => r.flow === ctx.env.vocabulary.flows.review);
  if (at < 1) return;
  ctx.session.runs = ctx.session.runs.slice(0, at);
  ctx.session.wait = null;
};

/** Goes into a small flow and comes back to the same question. Already there: it is only shown again. */
const visit = (ctx: Context, flow: string): void => {
  if (top(ctx).flow === flow && asking(ctx)) return showAgain(ctx);
  aside(ctx, flow);
};

const back = (ctx: Context): void => {
  while (ctx.session.runs.length > 0) {
    const previous = top(ctx).trail.pop();
    if (previous !== undefined && standAt(ctx, previous)) return showAgain(ctx, 0);
    if (previous !== undefined) continue;
    if (ctx.session.runs.length === 1) break;
    ctx.session.runs.pop();
    const below = top(ctx);
    if (question(ctx) && standAt(ctx, below.state)) return showAgain(ctx, 0);
  }
  ctx.blocks.push({ kind: "text", text: app("back.none") });
  home(ctx);
  advance(ctx);
};

const webChat = ({ facts: { commune } }: Context): string => `${commune.publicUrl}/chat?commune=${commune.code}`;

const picture = (ctx: Context): void => {
  if (!asking(ctx)) return advance(ctx);
  showAgain(ctx);
  const pictured = ctx.blocks.some((b) => b.kind === "picture");
  // A channel of words alone cannot show it; the web page can.
  if (pictured && !ctx.env.capabilities.pictures)
    ctx.blocks.unshift({ kind: "text", text: app("picture.web", { url: webChat(ctx) }) });
  if (!pictured) ctx.blocks.unshift({ kind: "text", text: app("picture.none") });
};

const skip = (ctx: Context): void => {
  const step = question(ctx);
  if (step?.kind === "ask") return leave(ctx, { to: "state", state: step.skip.goto });
  // Whoever passes over the question of consent has not given it.
  if (takeOne(ctx, ["skip", "next", "later", "refuse"])) return;
  ctx.blocks.push({ kind: "text", text: app("skip.none") });
  return asking(ctx) ? showAgain(ctx) : advance(ctx);
};

/** Takes the first of these options that is offered now. */
const takeOne = (ctx: Context, keys: readonly string[]): boolean => {
  const step = question(ctx);
  const way = step?.kind === "choose" ? offered(step, ctx).find((o) => keys.includes(o.key)) : undefined;
  if (step?.kind !== "choose" || !way) return false;
  leave(ctx, take(step, way, ctx));
  return true;
};

/** "Tiếp" in a lesson means its next step; only where nothing leads on does it mean the lesson left earlier. */
const continueBookmark = (ctx: Context): void => {
  if (takeOne(ctx, ["next", "on"])) return;
  const found = takeBookmark(ctx);
  if (found === "question") return showAgain(ctx, 0);
  if (found === "none") ctx.blocks.push({ kind: "text", text: app("resume.none") });
  return found === "none" && asking(ctx) ? showAgain(ctx) : advance(ctx);
};
