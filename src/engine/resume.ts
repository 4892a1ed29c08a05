import { fold } from "../kit/fold.ts";
import { type Context, open, record, top } from "./context.ts";
import { obey } from "./obey.ts";
import type { Env } from "./env.ts";
import type { Facts } from "./facts.ts";
import { limits } from "./limits.ts";
import { openCode } from "./open-code.ts";
import { home } from "./stack.ts";
import type { Person } from "./person.ts";
import { relocate } from "./relocate.ts";
import type { Resume } from "./resumption.ts";
import type { Session } from "./session.ts";
import { showAgain } from "./show-again.ts";
import { advance, close, enter, type Sprint } from "./sprint.ts";
import { take } from "./steps/choose.ts";
import { app, type Text } from "./text.ts";
import type { Outcome } from "./transition.ts";
import { question, understand } from "./understand.ts";

/** Nothing happened, for a reason worth counting: a stale timer, a push nobody needs any more. */
export type Rejected = { readonly rejected: "stale-timer" | "push-not-needed" };

/** Takes the conversation on by one input. Any input gets an answer; only the clock can be rejected. */
export const resume = (person: Person, session: Session, input: Resume, facts: Facts, env: Env): Sprint | Rejected => {
  if (input.type === "timer" && (input.token !== session.token || session.status === "done")) return { rejected: "stale-timer" };
  if (input.type === "push" && (person.optedOut || facts.progress[input.lesson]?.passed)) return { rejected: "push-not-needed" };
  const ctx = open(person, session, facts, env);
  const moved = relocate(ctx);
  if (moved) showAgain(ctx, 0);
  else if (someoneElse(ctx, input)) enterAndRun(ctx, "who", {});
  else if (away(ctx, input)) enterAndRun(ctx, "welcome-back", { stopped: ctx.session.runs.at(-1)?.flow ?? "" });
  else react(ctx, input);
  return close(ctx);
};

const react = (ctx: Context, input: Resume): void => {
  switch (input.type) {
    case "timer":
      for (const run of ctx.session.runs) if (run.vars.remind !== undefined) run.vars.reminded = Number(run.vars.reminded ?? 0) + 1;
      say(ctx, app("reminder"));
      return showAgain(ctx);
    case "push":
      home(ctx);
      return enterAndRun(ctx, "pushed-lesson", { lesson: input.lesson, push: input.push, flow: `lesson:${input.lesson}` });
    case "open":
      openCode(ctx, input.code);
      return ["nothing", "village", "certificate"].includes(input.code.opens) ? (ctx.session.status === "done" ? menu(ctx) : showAgain(ctx)) : advance(ctx);
    case "media":
      say(ctx, app(`media.${input.media}`));
      return ctx.session.status === "done" ? menu(ctx) : showAgain(ctx);
    case "text":
      if (input.sensitive) {
        ctx.blocks.push({ kind: "note", tone: "danger", text: app("sensitive") });
        return ctx.session.status === "done" ? menu(ctx) : showAgain(ctx);
      }
      if (circling(ctx, input.text)) return enterAndRun(ctx, "person", { circling: true });
      return answer(ctx, input);
    case "press":
      return answer(ctx, input);
  }
};

const answer = (ctx: Context, input: Extract<Resume, { type: "press" | "text" }>): void => {
  const meaning = understand(input, ctx);
  const step = question(ctx);
  switch (meaning.is) {
    case "chosen":
      if (step?.kind !== "choose") return menu(ctx);
      ctx.echo = meaning.option.label;
      return leave(ctx, take(step, meaning.option, ctx));
    case "skipped":
      return step?.kind === "ask" ? leave(ctx, { to: "state", state: step.skip.goto }) : menu(ctx);
    case "answered":
      if (step?.kind !== "ask") return menu(ctx);
      top(ctx).vars[step.as] = meaning.value;
      return leave(ctx, { to: "next" });
    case "retry":
      if (step?.kind === "ask") say(ctx, step.retry);
      return showAgain(ctx);
    case "more":
      return showAgain(ctx, (ctx.session.wait?.page ?? 0) + 1);
    case "command":
      return obey(ctx, meaning.command);
    case "stale":
      if (ctx.session.status === "done") return menu(ctx);
      say(ctx, app("stale"));
      return showAgain(ctx);
    case "searched":
      return enterAndRun(ctx, "found", { found: meaning.found.map((f) => `${f.kind}:${f.id}`).join(" ") });
    case "unknown":
      record(ctx, "search-missed", null);
      return enterAndRun(ctx, "not-understood", { found: ctx.env.catalogue.filter((e) => e.urgent || e.kind === "guide").slice(0, 3).map((e) => `${e.kind}:${e.id}`).join(" ") });
  }
};

/** Leaves the present question by an outcome, remembering it for "quay lại". */
const leave = (ctx: Context, outcome: Outcome): void => {
  const run = top(ctx);
  run.trail = [...run.trail.filter((s) => s !== run.state), run.state].slice(-limits.trail);
  run.at += 1;
  ctx.session.wait = null;
  advance(ctx, outcome);
};

const enterAndRun = (ctx: Context, flow: string, vars: Record<string, string | number | boolean | null>): void => {
  // A question that is left open is asked again when this small talk returns.
  rewind(ctx);
  if (!enter(ctx, flow, vars)) advance(ctx);
};

/** Makes the present state run from its question when control comes back to it. */
export const rewind = (ctx: Context): void => {
  if (ctx.session.status === "done") home(ctx);
  ctx.session.wait = null;
};

const menu = (ctx: Context): void => {
  home(ctx);
  advance(ctx);
};

const say = (ctx: Context, text: Text): void => {
  ctx.blocks.push({ kind: "text", text });
};

const away = (ctx: Context, input: Resume): boolean =>
  (input.type === "text" || input.type === "media") && !("sensitive" in input && input.sensitive) && ctx.session.status === "waiting" && ctx.session.runs.length > 1 && ctx.env.now - ctx.session.seenAt > limits.welcomeBackAfterMs;

/** Several people learn on this phone and it was put down for hours: who holds it now is asked first. */
const someoneElse = (ctx: Context, input: Resume): boolean =>
  (input.type === "text" || input.type === "press") &&
  ctx.facts.household.length > 1 &&
  top(ctx).flow !== "who" &&
  ctx.env.now - ctx.session.seenAt > limits.whoIsLearningAfterMs;

/** Notices the same words again and again: then a person helps more than the same answer once more. */
const circling = (ctx: Context, text: string): boolean => {
  const folded = fold(text).slice(0, limits.recordCharacters);
  const { echo } = ctx.session;
  const again = echo.text === folded && folded.length > 1 && ctx.env.now - echo.since < 300_000;
  ctx.session.echo = again ? { ...echo, times: echo.times + 1 } : { text: folded, times: 1, since: ctx.env.now };
  if (ctx.session.echo.times < limits.repeats) return false;
  ctx.session.echo = { text: "", times: 0, since: ctx.env.now };
  return true;
};
