import type { Command } from "./commands.ts";
import { change, type Context, record, top } from "./context.ts";
import { home, takeBookmark } from "./stack.ts";
import { showAgain, standAt } from "./show-again.ts";
import { advance, enter } from "./sprint.ts";
import { app } from "./text.ts";
import { question } from "./understand.ts";
import { offered, take } from "./steps/choose.ts";

/** Obeys a global command. It works in every state, and none of them loses the person's place. */
export const obey = (ctx: Context, command: Command): void => {
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
      ctx.blocks.push({ kind: "text", text: app(ctx.env.capabilities.listen ? "listen.here" : "listen.web", { url: `${ctx.facts.commune.publicUrl}/chat?commune=${ctx.facts.commune.code}` }) });
      return asking(ctx) ? showAgain(ctx) : advance(ctx);
    case "skip":
      return skip(ctx);
    case "stop":
      // At once, without asking back: somebody who says stop must not have to say it twice.
      change(ctx, { optedOut: true });
      record(ctx, "opted-out", null);
      return visit(ctx, "stop");
    case "resume":
      return continueBookmark(ctx);
    case "person":
      return visit(ctx, "person");
    case "help":
      return visit(ctx, "help");
    case "language":
      return visit(ctx, "language");
    case "data":
      return visit(ctx, "my-data");
  }
};

const asking = (ctx: Context): boolean => question(ctx) !== undefined && ctx.session.wait !== null;

/** Goes into a small flow and comes back to the same question. Already there: it is only shown again. */
const visit = (ctx: Context, flow: string): void => {
  if (top(ctx).flow === flow && asking(ctx)) return showAgain(ctx);
  ctx.session.wait = null;
  if (!enter(ctx, flow)) advance(ctx);
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

const picture = (ctx: Context): void => {
  if (!asking(ctx)) return advance(ctx);
  showAgain(ctx);
  if (!ctx.blocks.some((b) => b.kind === "picture")) ctx.blocks.unshift({ kind: "text", text: app("picture.none") });
};

const skip = (ctx: Context): void => {
  const step = question(ctx);
  if (step?.kind === "ask") {
    top(ctx).trail.push(top(ctx).state);
    return advance(ctx, { to: "state", state: step.skip.goto });
  }
  const way = step && offered(step, ctx).find((o) => ["skip", "next", "later"].includes(o.key));
  if (!step || !way) {
    ctx.blocks.push({ kind: "text", text: app("skip.none") });
    return asking(ctx) ? showAgain(ctx) : advance(ctx);
  }
  const run = top(ctx);
  run.trail.push(run.state);
  const outcome = take(step, way, ctx);
  run.at += 1;
  advance(ctx, outcome);
};

const continueBookmark = (ctx: Context): void => {
  const found = takeBookmark(ctx);
  if (found === "question") return showAgain(ctx, 0);
  if (found === "none") ctx.blocks.push({ kind: "text", text: app("resume.none") });
  return found === "none" && asking(ctx) ? showAgain(ctx) : advance(ctx);
};
