import { type Context, flowOf } from "./context.ts";
import type { Run, Session } from "./session.ts";

/** The page (a lesson, guide or safety topic) below the one that is open, where one was opened from the other and is not over. */
export const pageBelow = (ctx: Context): Run | undefined =>
  ctx.session.runs
    .filter((run) => isPage(ctx, run))
    .slice(0, -1)
    .findLast((run) => run.vars.finished !== true);

/** The stack down to the topmost page that is not over; undefined where there is none. */
export const downToPage = (ctx: Context): Session["runs"] | undefined => {
  const at = ctx.session.runs.findLastIndex((run) => isPage(ctx, run) && run.vars.finished !== true);
  return at < 0 ? undefined : ctx.session.runs.slice(0, at + 1);
};

const isPage = (ctx: Context, run: Run): boolean =>
  (flowOf(ctx, run) ?? ctx.env.flow(run.flow) ?? { kind: "flow" }).kind !== "flow";
