import { type Context, flowOf, setVar, top } from "./context.ts";
import type { Event, Segment } from "./events.ts";
import type { Asked } from "./facts.ts";
import { limits } from "./limits.ts";
import { offerToo } from "./offer-too.ts";
import { pageBelow } from "./pages.ts";
import { type Person, remembered } from "./person.ts";
import { numberVar, type Run, type Session } from "./session.ts";
import { showAgain } from "./show-again.ts";
import { fresh, home, takeBookmark } from "./stack.ts";
import { runStep } from "./steps/registry.ts";
import { app } from "./text.ts";
import type { Outcome } from "./transition.ts";

/** Everything that came of one input: the session to keep, the person as changed, and what must now happen outside. */
export type Sprint = {
  readonly session: Session;
  readonly person: Person;
  readonly events: readonly Event[];
  readonly segments: readonly Segment[];
  /** Not null: to be run again with this counted. */
  readonly asks: Asked | null;
};

/** Runs steps until the person is asked something. Never throws for a bad flow: it ends kindly with a `failed` event. */
export const advance = (ctx: Context, first?: Outcome): void => {
  let outcome: Outcome | null = first ?? null;
  for (let i = 0; i < limits.stepsPerSprint; i++) {
    if (outcome) {
      const done = apply(ctx, outcome);
      if (done) return;
    }
    const run = top(ctx);
    const step = flowOf(ctx, run)?.states[run.state]?.steps[run.at];
    if (step) run.at += 1;
    outcome = step ? runStep(step, ctx) : { to: "back", result: null };
    if (step && outcome.to === "wait") run.at -= 1;
  }
  fail(ctx, `more than ${limits.stepsPerSprint} steps without a question, last in ${top(ctx).flow}/${top(ctx).state}`);
};

/** True when the sprint is over. */
const apply = (ctx: Context, outcome: Outcome): boolean => {
  const run = top(ctx);
  switch (outcome.to) {
    case "next":
      return false;
    case "wait":
      ctx.session.status = "waiting";
      return true;
    case "failed":
      return fail(ctx, `${outcome.why}, in ${run.flow}/${run.state}`);
    case "end":
      ctx.session.status = "done";
      ctx.session.wait = null;
      return true;
    case "state":
      ctx.segments.push({ flow: run.flow, from: run.state, to: outcome.state });
      run.state = outcome.state;
      run.at = 0;
      return false;
    case "call":
      return call(
        ctx,
        outcome.flow.startsWith("$") ? String(run.vars[outcome.flow.slice(1)]) : outcome.flow,
        outcome.vars,
      );
    case "back":
      return back(ctx, outcome.result);
  }
};

/** Goes into a flow. A flow that does not exist is the author's fault and ends kindly. */
export const enter = (ctx: Context, flow: string, vars: Run["vars"] = {}): boolean => {
  const definition = ctx.env.flow(flow);
  if (!definition) return fail(ctx, `no flow ${flow}`);
  // A page that led here is opened again: round in a circle is no way back.
  const below = definition.kind === "flow" ? -1 : ctx.session.runs.findIndex((r) => r.flow === flow);
  const open = ctx.session.runs[below];
  if (below > 0) ctx.session.runs = ctx.session.runs.slice(0, below);
  // So deep nobody remembers the way back; the lesson at the bottom stays as a bookmark.
  if (ctx.session.runs.length >= limits.runs) home(ctx);
  const left = ctx.session.bookmarks.find((b) => b.runs[0]?.flow === flow)?.runs[0] ?? open;
  ctx.session.bookmarks = ctx.session.bookmarks.filter((b) => b.runs[0]?.flow !== flow);
  ctx.session.runs.push(
    fresh(definition.id, definition.version, definition.start, { ...vars, ...(left && remindersOf(left)) }),
  );
  return false;
};

/** Back where the flow was called. A question that was left open there is asked again, whole. */
const back = (ctx: Context, result: string | null): boolean => {
  if (result === "restart-here") return restart(ctx);
  if (result === "page-below") return backToPage(ctx);
  if (result === "menu" || ctx.session.runs.length === 1) {
    home(ctx);
    return false;
  }
  ctx.session.runs.pop();
  const run = top(ctx);
  setVar(run, "result", result);
  if (result === "restart") return restart(ctx);
  const step = flowOf(ctx, run)?.states[run.state]?.steps[run.at];
  if (step?.kind !== "choose" && step?.kind !== "ask") return false;
  showAgain(ctx);
  return true;
};

/** The page this one was opened from, at the question where it was left. */
const backToPage = (ctx: Context): boolean => {
  const below = pageBelow(ctx);
  if (!below) home(ctx);
  else ctx.session.runs = ctx.session.runs.slice(0, ctx.session.runs.indexOf(below) + 1);
  const run = top(ctx);
  const step = flowOf(ctx, run)?.states[run.state]?.steps[run.at];
  if (!below || (step?.kind !== "choose" && step?.kind !== "ask")) return false;
  showAgain(ctx);
  return true;
};

/** `@bookmark` is the lesson that was interrupted last; anything else is a flow by its id. */
const call = (ctx: Context, flow: string, vars: Run["vars"] = {}): boolean => {
  if (flow !== "@bookmark") return enter(ctx, flow, vars);
  const found = takeBookmark(ctx);
  if (found === "question") showAgain(ctx, 0);
  return found === "question";
};

const restart = (ctx: Context): boolean => {
  const run = top(ctx);
  run.state = flowOf(ctx, run)?.start ?? run.state;
  run.at = 0;
  run.trail = [];
  run.vars = remindersOf(run);
  return false;
};

/** Beginning an unfinished lesson anew earns it no further reminders: two are two. */
const remindersOf = ({ vars }: Run): Run["vars"] =>
  typeof vars.remind === "number" && vars.reminded !== undefined ? { reminded: vars.reminded } : {};

/** Ends the sprint without leaving the person in the cold: they hear a kind sentence and the next word opens the menu. */
const fail = (ctx: Context, reason: string): true => {
  ctx.events.push({ type: "failed", reason });
  ctx.blocks.push({ kind: "text", text: app("failed") });
  ctx.choices = [{ key: "menu", n: 1, label: app("choose.menu") }];
  ctx.expects = "choice";
  // What failed is not kept for later, what stood below it is.
  if (ctx.session.runs.length > 1) ctx.session.runs.pop();
  home(ctx);
  ctx.session.status = "done";
  ctx.session.wait = { kind: "choose", page: 0, shown: [{ n: 1, key: "menu" }] };
  return true;
};

/** Closes the sprint: one message of all that was said, and the session ready to be kept. */
export const close = (ctx: Context): Sprint => {
  remindLater(ctx);
  if (ctx.heard && ctx.session.before) {
    if (ctx.heard.says) ctx.blocks.unshift({ kind: "text", text: ctx.heard.says });
    offerToo(ctx, "change", ctx.heard.undo);
  }
  const said = ctx.blocks.length > 0 || ctx.choices.length > 0;
  const message: Event | null = said
    ? {
        type: "message",
        blocks: ctx.blocks,
        choices: ctx.choices,
        progress: ctx.progress,
        echo: ctx.echo,
        expects: ctx.expects,
      }
    : null;
  return {
    session: { ...ctx.session, token: ctx.token, seenAt: ctx.env.now },
    person: ctx.person,
    events: message ? [...ctx.events, message] : ctx.events,
    segments: ctx.segments,
    asks: ctx.asks,
  };
};

/** One timer for the question now open, if a flow asked for it and there were not enough reminders yet. Nobody who said stop, or is not remembered, is reminded. */
const remindLater = (ctx: Context): void => {
  const run = ctx.session.runs.findLast((r) => typeof r.vars.remind === "number");
  if (!run || ctx.session.status === "done" || ctx.person.optedOut || !remembered(ctx.person)) return;
  if (numberVar(run, "reminded") >= limits.reminders) return;
  ctx.events.push({ type: "timer-set", timer: "unfinished", at: ctx.env.now + numberVar(run, "remind") * 3_600_000 });
};
