import { type Context, copyRun, flowOf, top } from "./context.ts";
import { limits } from "./limits.ts";
import type { Run, Session } from "./session.ts";
import { standAt } from "./show-again.ts";

export const fresh = (flow: string, version: string, state: string, vars: Run["vars"] = {}): Run => ({
  flow,
  version,
  state,
  at: 0,
  vars: { ...vars },
  trail: [],
});

/** Keeps an interrupted lesson and stands at the beginning of the menu, the bottom of every stack. */
export const home = (ctx: Context): void => {
  bookmark(ctx);
  const page = ctx.session.runs.findLast((r) => ["guide", "lesson"].includes(flowOf(ctx, r)?.kind ?? ""));
  if (page) ctx.session.read = { flow: page.flow, at: ctx.env.now };
  const menu = ctx.env.flow(ctx.env.vocabulary.flows.menu);
  if (menu) ctx.session.runs = [fresh(menu.id, menu.version, menu.start)];
  ctx.session.wait = null;
};

/** Keeps an interrupted lesson or guide for "Học tiếp". Onboarding, small talk and what is finished are not worth a bookmark. */
const bookmark = (ctx: Context): void => {
  // One lesson may have led on to the next: what is over below does not hide what is open above it.
  const run = ctx.session.runs
    .slice(1)
    .find((r) => (flowOf(ctx, r) ?? ctx.env.flow(r.flow))?.kind !== "flow" && r.vars.finished !== true);
  if (!run) return;
  const others = ctx.session.bookmarks.filter((b) => b.runs[0]?.flow !== run.flow);
  ctx.session.bookmarks = [{ runs: [copyRun(run)], at: ctx.env.now }, ...others].slice(0, limits.bookmarks);
};

/** Puts the last interrupted lesson back on top. `question`: at the question where it was left; `beginning`: its start; `none`: there is none. */
export const takeBookmark = (ctx: Context): "question" | "beginning" | "none" => {
  const run = ctx.session.bookmarks[0]?.runs[0];
  const flow = run && (ctx.env.flow(run.flow, run.version) ?? ctx.env.flow(run.flow));
  if (!run || !flow) return "none";
  home(ctx);
  ctx.session.bookmarks = ctx.session.bookmarks.filter(
    (b: Session["bookmarks"][number]) => b.runs[0]?.flow !== run.flow,
  );
  ctx.session.runs.push({ ...copyRun(run), version: flow.version });
  if (standAt(ctx, run.state)) return "question";
  if (!askAnew(ctx)) Object.assign(top(ctx), { state: flow.start, at: 0 });
  return "beginning";
};

/** Who left in the middle of a flow that was called is led into it again: what it asked was not answered. */
export const askAnew = (ctx: Context): boolean => {
  const run = top(ctx);
  const steps = flowOf(ctx, run)?.states[run.state]?.steps ?? [];
  const [last, next] = [steps[run.at - 1]?.kind, steps[run.at]?.kind];
  if ((last !== "call" && last !== "when") || next === "choose" || next === "ask") return false;
  run.at -= 1;
  return true;
};
