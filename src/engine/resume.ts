import type { Clean } from "../kit/clean.ts";
import { cut } from "../kit/text.ts";
import { namesOfSeen } from "./accepts.ts";
import { aside } from "./aside.ts";
import { circling } from "./circling.ts";
import type { Env } from "./context.ts";
import { type Context, copyRun, flowOf, openContext, setVar, top } from "./context.ts";
import type { Within } from "./env.ts";
import { type CodeMeaning, type Facts, phoneOf } from "./facts.ts";
import type { Resume } from "./input.ts";
import { leave } from "./leave.ts";
import { limits } from "./limits.ts";
import { askable, recordMissed } from "./missed.ts";
import { offerToo } from "./offer-too.ts";
import type { Person } from "./person.ts";
import { relocate } from "./relocate.ts";
import { retried, saidBack, talked } from "./replies.ts";
import { runCommand } from "./run-command.ts";
import { numberVar, type Session } from "./session.ts";
import { showAgain } from "./show-again.ts";
import { advance, close, type Sprint } from "./sprint.ts";
import { askAnew, home } from "./stack.ts";
import { offered, take } from "./steps/choose.ts";
import { say as told } from "./steps/say.ts";
import { app, literal, type Text } from "./text.ts";
import { commandIn, question, typedFor, understand } from "./understand.ts";
import { lifeInDanger, urgentIn } from "./urgent.ts";

/** Nothing happened, for a reason worth counting: a stale timer, a push nobody needs any more, questions that are gone. */
export type Rejected = { readonly rejected: "stale-timer" | "push-not-needed" | "nothing-to-review" };

/** Takes the conversation on by one input. Any input gets an answer; only the clock can be rejected. */
export const resume = (
  person: Person,
  session: Session,
  arrived: Resume,
  facts: Facts,
  env: Env,
): Sprint | Rejected => {
  const input = arrived.type === "text" ? { ...arrived, text: cut(arrived.text, limits.inputCharacters) } : arrived;
  if (input.type === "timer" && (input.token !== session.token || session.status === "done"))
    return { rejected: "stale-timer" };
  if (
    input.type === "push" &&
    (person.optedOut || facts.progress[input.lesson]?.passed || !env.flow(`lesson:${input.lesson}`))
  )
    return { rejected: "push-not-needed" };
  if (input.type === "review" && (person.optedOut || input.items.length === 0))
    return { rejected: "nothing-to-review" };
  const ctx = openContext(person, session, facts, env);
  const urgent = urgentIn(ctx, input);
  if (urgent?.is === "life") return lifeInDanger(ctx, urgent.kind, session);
  // What the clock brings begins anew; the version somebody stood on no longer matters to it.
  const anew = input.type === "push" || input.type === "review" || input.type === "linked";
  const moved = session.status === "waiting" && !anew ? relocate(ctx) : "stays";
  // Somebody who says stop must not have to say it twice, whatever else we wanted to tell.
  if (input.type === "text" && !input.sensitive && commandIn(input.text, ctx) === "stop") runCommand(ctx, "stop");
  else if (moved === "question") showAgain(ctx, 0);
  else if (moved === "beginning") advance(ctx);
  else if (urgent) moneyGone(ctx);
  else if (someoneElse(ctx, input)) aside(ctx, ctx.env.vocabulary.flows.who);
  else if (away(ctx, input)) welcomeBack(ctx);
  else react(ctx, input);
  return close(ctx);
};

const react = (ctx: Context, input: Resume): void => {
  switch (input.type) {
    case "timer":
      for (const run of ctx.session.runs)
        if (run.vars.remind !== undefined) setVar(run, "reminded", numberVar(run, "reminded") + 1);
      say(ctx, app("reminder"));
      showAgain(ctx);
      return offerQuiet(ctx);
    case "push":
      home(ctx);
      return aside(ctx, ctx.env.vocabulary.flows.pushed, {
        lesson: input.lesson,
        push: input.push,
        flow: `lesson:${input.lesson}`,
      });
    case "linked":
      return aside(ctx, ctx.env.vocabulary.flows.linkUndo, { link: input.link });
    case "talk":
      return aside(ctx, ctx.env.vocabulary.flows.talk, input.vars);
    case "ticket": {
      const { flow, said, heldBack, over, ...ticket } = input.ticket;
      const stopped = ctx.env.flow(flow)?.kind === "flow" ? null : flow;
      return aside(ctx, ctx.env.vocabulary.flows.ticket, {
        ...ticket,
        stopped,
        ...(said !== undefined && { said }),
        ...(heldBack !== undefined && { heldBack }),
        ...(over !== undefined && { over }),
      });
    }
    case "review":
      home(ctx);
      return aside(ctx, ctx.env.vocabulary.flows.review, {
        items: input.items.map((i) => `review:${i}`),
        of: input.items.length,
      });
    case "open":
      return opened(ctx, input.code);
    case "media": {
      const to = typedFor(question(ctx));
      if (to) return leave(ctx, { to: "state", state: to.media });
      say(ctx, app(`media.${mediaWords(ctx, input.media)}`));
      return ctx.session.status === "done" ? menu(ctx) : showAgain(ctx);
    }
    case "text":
      if (input.sensitive) {
        const step = question(ctx);
        // Scams are full of card and account numbers: their words stayed at the door, what was seen in them came through.
        if (input.seen && step?.kind === "ask" && step.accept === "message") {
          setVar(top(ctx), step.as, namesOfSeen(input.seen));
          return leave(ctx, { to: "next" });
        }
        const to = typedFor(step);
        if (to) return leave(ctx, { to: "state", state: to.refused });
        ctx.blocks.push({ kind: "note", tone: "danger", text: app("sensitive") });
        return ctx.session.status === "done" ? menu(ctx) : showAgain(ctx);
      }
      return answer(ctx, input);
    case "press":
      return answer(ctx, input);
  }
};

const answer = (ctx: Context, input: Extract<Resume, { type: "press" | "text" }>): void => {
  const meaning = understand(input, ctx);
  const step = question(ctx);
  const { before } = ctx.session;
  delete ctx.session.before;
  const stood = { runs: ctx.session.runs.map(copyRun), wait: ctx.session.wait };
  const lost = meaning.is === "searched" || meaning.is === "unknown" || meaning.is === "retry";
  if (lost && input.type === "text" && circling(ctx, input.text))
    return aside(ctx, ctx.env.vocabulary.flows.person, { circling: true });
  switch (meaning.is) {
    case "chosen":
      if (step?.kind !== "choose") return menu(ctx);
      ctx.echo = meaning.option.label;
      if (!meaning.plain) saidBack(ctx, meaning.option.label, stood);
      return leave(ctx, take(step, meaning.option, ctx));
    case "skipped":
      return step?.kind === "ask" ? leave(ctx, { to: "state", state: step.skip.goto }) : menu(ctx);
    case "answered":
      if (step?.kind !== "ask") return menu(ctx);
      setVar(top(ctx), step.as, meaning.value);
      if (step.accept === "name" || step.accept === "village")
        saidBack(ctx, literal(String(meaning.value)), stood, step.accept);
      return leave(ctx, { to: "next" });
    case "carried": {
      const said = input.type === "text" ? input.text : "";
      // A telephone is what people give each other to be called; all else that is somebody's own is cut.
      const kept = ctx.env.cleaned(said, ["phone"]);
      setVar(top(ctx), meaning.to.as, kept);
      setVar(top(ctx), meaning.to.cut, kept !== said);
      return leave(ctx, { to: "state", state: meaning.to.goto });
    }
    case "retry":
      return retried(ctx, step);
    case "changed":
      if (before) Object.assign(ctx.session, { runs: before.runs.map(copyRun), wait: before.wait });
      return showAgain(ctx, 0);
    case "code":
      return opened(ctx, meaning.code);
    case "talk":
      return talked(ctx, `talk.${meaning.kind}`);
    case "outside":
      return talked(ctx, `outside.${meaning.kind}`);
    case "within":
      return ownAnswer(ctx, meaning.flow, meaning.says);
    case "pasted":
      return looked(ctx, input.type === "text" ? input.text : "");
    case "more":
      return showAgain(ctx, (ctx.session.wait?.page ?? 0) + 1);
    case "command":
      return runCommand(ctx, meaning.command);
    case "stale":
      // The way out of a phone that joined must work as long as it is offered, whatever was said since.
      if (input.type === "press" && input.key === "undo-link") return runCommand(ctx, "unlink");
      if (ctx.session.status === "done") return menu(ctx);
      say(ctx, app("stale"));
      return showAgain(ctx);
    case "searched":
      aside(ctx, ctx.env.vocabulary.flows.found, {
        found: meaning.found.map((f) => `${f.kind}:${f.id}`),
        how: meaning.how,
        asked: input.type === "text" ? askable(ctx, input.text) : null,
      });
      return meaning.how === "certain" ? openFirst(ctx) : undefined;
    case "unknown":
      return unknown(ctx, input.type === "text" && meaning.readable ? askable(ctx, input.text) : null);
  }
};

/** The page itself, in one step. One tap asks which of three it is after all, as if nobody had been sure. */
const openFirst = (ctx: Context): void => {
  const step = question(ctx);
  const first = step?.kind === "choose" ? offered(step, ctx)[0] : undefined;
  if (step?.kind !== "choose" || !first) return;
  ctx.session.before = { runs: ctx.session.runs.map(copyRun), wait: ctx.session.wait };
  ctx.heard = { undo: app("heard.not-this") };
  ctx.blocks = [];
  // Going back leads where it was asked: nobody saw a list of three.
  top(ctx).at += 1;
  ctx.session.wait = null;
  advance(ctx, take(step, first, ctx));
};

/** What a page says of itself, and then the step that is open; small talk that stood over the page is forgotten. */
const ownAnswer = (ctx: Context, flow: string, says: Within["says"]): void => {
  const at = ctx.session.runs.findLastIndex((run) => run.flow === flow);
  const covered = at >= 0 && at < ctx.session.runs.length - 1;
  if (covered) ctx.session.runs = ctx.session.runs.slice(0, at + 1);
  const page = at < 0 ? ctx.env.flow(flow) : undefined;
  if (page) say(ctx, app("within.about", { page: page.title }));
  for (const step of says) told(step, ctx);
  if (ctx.session.status === "done") return menu(ctx);
  if (covered) ctx.session.wait = null;
  return showAgain(ctx);
};

const opened = (ctx: Context, code: CodeMeaning): void => {
  if (ctx.env.vocabulary.openCode(ctx, code)) return advance(ctx);
  return ctx.session.status === "done" ? menu(ctx) : showAgain(ctx);
};

/** What was pasted is looked at where it was pasted; of it only the verdict stays. */
const looked = (ctx: Context, text: string): void =>
  aside(ctx, ctx.env.vocabulary.flows.looked, { seen: namesOfSeen(ctx.env.inspect(text)) });

/** Every minute counts: the steps of the first hour, before who holds the phone or where they stood. */
const moneyGone = (ctx: Context): void => {
  delete ctx.session.before;
  aside(ctx, ctx.env.vocabulary.flows.moneyGone);
};

const unknown = (ctx: Context, asked: Clean<"phone"> | null): void => {
  recordMissed(ctx, asked);
  const nearby = ctx.env.catalogue.filter((e) => e.urgent || e.kind === "guide").slice(0, limits.topicsOffered);
  aside(ctx, ctx.env.vocabulary.flows.notUnderstood, {
    asked: asked !== null,
    found: nearby.map((e) => `${e.kind}:${e.id}`),
  });
};

const menu = (ctx: Context): void => {
  home(ctx);
  advance(ctx);
};

const say = (ctx: Context, text: Text): void => {
  ctx.blocks.push({ kind: "text", text });
};

/** The way out of all reminders, on every one of them. */
const offerQuiet = (ctx: Context): void => offerToo(ctx, "/stop", app("reminder-stop"));

/** Of people whom Zalo protects no bot may read a word or a press: they must be told the number itself. */
const mediaWords = (ctx: Context, media: string): string =>
  media === "unsupported" && phoneOf(ctx.facts.commune) !== null ? "unsupported-phone" : media;

/** Silent for weeks inside a lesson, and what came is not a command that means the same in every place. */
const away = (ctx: Context, input: Resume): boolean => {
  if (input.type !== "media" && (input.type !== "text" || input.sensitive || ctx.env.hearing.command(input.text)))
    return false;
  return (
    ctx.session.status === "waiting" &&
    ctx.env.now - ctx.session.seenAt > limits.welcomeBackAfterMs &&
    leftOpen(ctx) > 0
  );
};

/** Says where they stopped. Small talk that stood over the lesson is forgotten: nobody remembers it after weeks. */
const welcomeBack = (ctx: Context): void => {
  const left = ctx.session.runs.slice(0, leftOpen(ctx) + 1);
  if (left.length < ctx.session.runs.length) {
    ctx.session.runs = left;
    askAnew(ctx);
  }
  aside(ctx, ctx.env.vocabulary.flows.welcomeBack, { stopped: top(ctx).flow });
};

/** Where the lesson or guide stands that was left; -1 if it was finished, which nobody is "in the middle of". */
const leftOpen = (ctx: Context): number => {
  const at = ctx.session.runs.findLastIndex(
    (r) => r.flow === ctx.env.vocabulary.flows.onboarding || flowOf(ctx, r)?.kind !== "flow",
  );
  return ctx.session.runs[at]?.vars.finished === true ? -1 : at;
};

/** Several people learn on this phone and it was put down for hours: who holds it now is asked first. */
const someoneElse = (ctx: Context, input: Resume): boolean =>
  (input.type === "press" || (input.type === "text" && !input.sensitive)) &&
  ctx.facts.household.length > 1 &&
  top(ctx).flow !== ctx.env.vocabulary.flows.who &&
  ctx.env.now - ctx.session.seenAt > limits.whoIsLearningAfterMs;
