import { cut, fold } from "../kit/text.ts";
import { wordsOf } from "../kit/vietnamese-words.ts";
import type { Answer } from "./accepts.ts";
import { looseChoice, namedChoice, plainChoice, type ReadChoice } from "./answers/read-choice.ts";
import { skips, written } from "./answers/read-words.ts";
import { type Command, whileTalking } from "./commands.ts";
import { type Context, flowOf, top } from "./context.ts";
import type { Choose } from "./definition/steps.ts";
import type { Found, Within } from "./env.ts";
import type { CodeMeaning } from "./facts.ts";
import type { Resume } from "./input.ts";
import { limits } from "./limits.ts";
import { type Offered, offered } from "./steps/choose.ts";

/** What a person meant. Anything can be typed at any time, so every input gets exactly one of these. */
export type Meaning =
  /** `plain`: said in so many words; else it is said back, because it was understood from others. */
  | { readonly is: "chosen"; readonly option: Offered; readonly plain: boolean }
  | { readonly is: "more" }
  | { readonly is: "skipped" }
  | { readonly is: "answered"; readonly value: Answer }
  /** Words meant for another person. */
  | { readonly is: "carried"; readonly to: NonNullable<Choose["typed"]> }
  /** It is no answer to what was asked, and nothing else either. */
  | { readonly is: "retry" }
  | { readonly is: "changed" }
  | { readonly is: "command"; readonly command: Command }
  | { readonly is: "code"; readonly code: CodeMeaning }
  | { readonly is: "talk"; readonly kind: string }
  | { readonly is: "outside"; readonly kind: string }
  | { readonly is: "within"; readonly flow: string; readonly says: Within["says"] }
  | { readonly is: "pasted" }
  | { readonly is: "stale" }
  | { readonly is: "searched"; readonly found: readonly Found[]; readonly how: How }
  | { readonly is: "unknown"; readonly readable: boolean };

/** How near what was found is: so near that it is opened at once, two matters in one message, an answer, or only the nearest. */
export type How = "certain" | "both" | "sure" | "unsure";

type Step = NonNullable<ReturnType<typeof question>>;

/**
 * Buttons, then the answer to what was asked, the commands, the looser ways to answer, codes and small talk, and last the
 * search: the nearest meaning wins, and nothing is a guess before it must be.
 */
export const understand = (resume: Extract<Resume, { type: "press" | "text" }>, ctx: Context): Meaning => {
  const step = question(ctx);
  if (resume.type === "press") return pressed(resume, ctx, step);
  const text = cut(resume.text, limits.inputCharacters);
  const { code } = resume;
  if (code && spelledAsCode(text) && !takesWords(step)) return opened(code, step, ctx);
  return (
    plainly(text, ctx, step) ??
    commanded(text, ctx, step) ??
    (ctx.session.before && ctx.env.hearing.isChange(text) ? ({ is: "changed" } as const) : null) ??
    loosely(text, ctx, step) ??
    (code ? opened(code, step, ctx) : null) ??
    aboutElse(text, ctx, step)
  );
};

/** Whether a text is an answer to what was asked, a command or small talk: something plain, whatever else it may sound like. */
export const answers = (text: string, ctx: Context): boolean => {
  const step = question(ctx);
  const meaning = plainly(text, ctx, step) ?? commanded(text, ctx, step);
  if (meaning !== null || ctx.env.hearing.talk(text) !== null) return true;
  const loose = takesWords(step) ? null : loosely(text, ctx, step);
  return loose !== null && (loose.is === "chosen" || loose.is === "answered" || loose.is === "skipped");
};

/** The global command a text is at this question. */
export const commandIn = (text: string, ctx: Context): Command | null => {
  const step = question(ctx);
  const { hearing } = ctx.env;
  if (step?.kind === "ask" && step.accept === "name") return hearing.commandAtName(text);
  const command = hearing.command(text);
  return command && typedFor(step) && !whileTalking.has(command) ? null : command;
};

/** The step the person is standing at, if it asks something. */
export const question = (ctx: Context) => {
  if (ctx.session.status === "done") return undefined;
  const run = top(ctx);
  const step = flowOf(ctx, run)?.states[run.state]?.steps[run.at];
  return step?.kind === "choose" || step?.kind === "ask" ? step : undefined;
};

const pressed = (press: Extract<Resume, { type: "press" }>, ctx: Context, step: Step | undefined): Meaning => {
  const command = press.key.startsWith("/") ? ctx.env.hearing.command(press.key.slice(1)) : null;
  if (command) return { is: "command", command };
  if (press.token !== ctx.session.token || !step)
    // An old button that says "no more" still means it.
    return press.key === "no-more" ? { is: "command", command: "no-review" } : { is: "stale" };
  if (press.key === "change") return ctx.session.before ? { is: "changed" } : { is: "stale" };
  // A key too long for a channel's button comes back as the number it had: `#2`.
  const n = /^#(\d)$/.exec(press.key)?.[1];
  const key = n === undefined ? press.key : ctx.session.wait?.shown.find((s) => s.n === Number(n))?.key;
  return (key !== undefined && byKey(key, step, ctx)) || { is: "stale" };
};

const byKey = (key: string, step: Step, ctx: Context, plain = true): Meaning | null => {
  if (key === "person") return { is: "command", command: "person" };
  if (key === "menu") return { is: "command", command: "menu" };
  if (key === "change") return ctx.session.before ? { is: "changed" } : null;
  const command = key.startsWith("/") ? ctx.env.hearing.command(key.slice(1)) : null;
  if (command) return { is: "command", command };
  if (step.kind === "ask") return key === "skip" ? { is: "skipped" } : null;
  if (key === "more") return { is: "more" };
  const option = offered(step, ctx).find((o) => o.key === key);
  return option ? { is: "chosen", option, plain } : null;
};

const chosen = (choice: ReadChoice | null, step: Step, ctx: Context): Meaning | null =>
  choice && byKey(choice.key, step, ctx, choice.plain);

/** What needs no guessing: a label, a number, the words on the button that skips. */
const plainly = (text: string, ctx: Context, step: Step | undefined): Meaning | null => {
  if (step?.kind === "choose" && step.typed)
    return numberedAsk(text, ctx, step) ?? chosen(namedChoice(text, step, ctx), step, ctx);
  if (step?.kind === "choose") return chosen(plainChoice(text, step, ctx), step, ctx);
  if (step?.kind === "ask")
    return skips(text, step, ctx) && !digitOf(text) ? { is: "skipped" } : numberedAsk(text, ctx, step);
  const shown = ctx.session.wait?.shown.find((s) => `${s.n}` === fold(text));
  return shown?.key === "menu" ? { is: "command", command: "menu" } : null;
};

const digitOf = (text: string): boolean => /^\W*\d\W*$/.test(text);
const numberedAsk = (text: string, ctx: Context, step: Step): Meaning | null => {
  const shown = digitOf(text) ? ctx.session.wait?.shown.find((s) => `${s.n}` === fold(text)) : undefined;
  return shown ? byKey(shown.key, step, ctx) : null;
};

const commanded = (text: string, ctx: Context, step: Step | undefined): Meaning | null => {
  const command = commandIn(text, ctx);
  // "Dừng" must not choose what merely begins so; but the line as it was shown is no command.
  if (command === null || (step?.kind === "ask" && step.accept === "message" && fold(text).split(" ").length > 4))
    return null;
  return { is: "command", command };
};

const loosely = (text: string, ctx: Context, step: Step | undefined): Meaning | null => {
  const to = typedFor(step);
  if (to) return text.trim() === "" ? { is: "retry" } : { is: "carried", to };
  if (step?.kind === "choose") return chosen(looseChoice(text, step, ctx), step, ctx);
  if (step?.kind !== "ask") return null;
  if (takesWords(step)) return written(text, step, ctx);
  // Vui, Tốt and Giỏi are names; nobody is called by two words of small talk.
  const said = fold(text).includes(" ") ? ctx.env.hearing.talk(text) : null;
  if (said !== null) return { is: "talk", kind: said };
  const answer = written(text, step, ctx);
  return answer.is === "answered" && fold(text).split(" ").length <= limits.answerWords ? answer : null;
};

/** No letter, and too few digits for a number one asks about, such as 113. */
const wordless = (text: string): boolean => !/\p{L}|\d{3}/u.test(text);

const takesWords = (step: Step | undefined): boolean =>
  typedFor(step) !== undefined || (step?.kind === "ask" && (step.accept === "words" || step.accept === "message"));

/** Where words go that are typed at a question and meant for another person. */
export const typedFor = (step: Step | undefined): Choose["typed"] => (step?.kind === "choose" ? step.typed : undefined);

/** Small talk, something pasted, a question: whatever is no answer to what was asked. */
const aboutElse = (text: string, ctx: Context, step: Step | undefined): Meaning => {
  const { env, facts } = ctx;
  const kind = env.hearing.talk(text);
  if (kind !== null) return { is: "talk", kind };
  if (env.pasted(text)) return { is: "pasted" };
  // A number nobody offered, a picture: a slip at this question, and no question of theirs that stayed without an answer.
  if (step?.kind === "choose" && wordless(text)) return { is: "retry" };
  if (fold(text).length < 2) return step && isForm(step, ctx) ? { is: "retry" } : { is: "unknown", readable: false };
  const page = step && isForm(step, ctx) ? undefined : pageOf(ctx);
  const own = page ? env.within(page.flow, text, page.state) : null;
  const answered: Meaning | null = own && page ? { is: "within", flow: page.flow, says: own.says } : null;
  if (own?.alone && answered) return answered;
  const { found, sure, person, readable, outside, certain, both } = env.search(text, facts.commune);
  const how: How = certain ? "certain" : both ? "both" : sure ? "sure" : "unsure";
  if (person) return { is: "command", command: "person" };
  // Another page is gone to only for what is certainly about it.
  if (answered && !(certain && found[0] && nameOf(found[0]) !== page?.flow)) return answered;
  const other = sure ? null : (env.hearing.outside(text) ?? (outside ? "other" : null));
  if (step && isForm(step, ctx)) {
    // It was an answer, only none that is offered here.
    const said = env.hearing.said(text);
    const answered = env.hearing.polarity(text) !== null || env.hearing.isSkip(text);
    if (answered || said.some((one) => env.hearing.place(one) !== null)) return { is: "retry" };
    // A form is left for a question only where the answer is known; else its own question comes again.
    if (sure && found.length > 0 && !short(text, ctx)) return searched(found, how);
    return other !== null && !short(text, ctx) && (outside || env.hearing.isQuestion(text))
      ? { is: "outside", kind: other }
      : { is: "retry" };
  }
  if (other !== null && (outside || found.length === 0)) return { is: "outside", kind: other };
  return found.length > 0 ? searched(found, how) : { is: "unknown", readable };
};

/** The page somebody is in the middle of, whatever small talk stands over it, or else the one just left. */
const pageOf = ({ session, env }: Context): { readonly flow: string; readonly state: string } | undefined => {
  const open = session.runs.findLast((run) => (flowOf({ env }, run)?.kind ?? "flow") !== "flow");
  const left = session.read && env.now - session.read.at < limits.followsUpMs ? session.read.flow : undefined;
  return open ?? (left === undefined ? undefined : { flow: left, state: "" });
};

const nameOf = ({ kind, id }: Found): string => `${kind}:${id}`;

const searched = (found: readonly Found[], how: How): Meaning => ({
  is: "searched",
  found: found.slice(0, limits.topicsOffered),
  how,
});

/** Too little besides polite words to leave a form for. */
const short = (text: string, { env }: Context): boolean =>
  wordsOf(text).filter((word) => !env.hearing.isFiller(word)).length < (env.hearing.isQuestion(text) ? 2 : 3);

/**
 * A question whose options are all there is to say to it: consent, age, a quiz. At the menu, in a lesson or a guide people
 * are told to ask whatever they like, and there any sentence is a question of theirs.
 */
const isForm = (step: Step, ctx: Context): boolean => {
  const run = top(ctx);
  const { menu, onboarding, found, notUnderstood } = ctx.env.vocabulary.flows;
  const flow = flowOf(ctx, run);
  if (step.kind === "ask") return true;
  if (flow?.kind !== "flow")
    return flow?.states[run.state]?.steps.some((s) => s.kind === "say" && s.progress?.unit === "question") ?? false;
  return ![menu, onboarding, found, notUnderstood].includes(run.flow);
};

/** XOM3 as it is printed; "xóm 3" and "số 1" are words first, and may be what was asked. */
const spelledAsCode = (text: string): boolean => /^\s*[A-Z]{2,12}\d{1,3}\s*$/.test(text);

/** The code of a village at "which village?" is that choice. */
const opened = (code: CodeMeaning, step: Step | undefined, ctx: Context): Meaning => {
  const village = code.opens === "village" && step?.kind === "choose" && step.from === "villages";
  return (village && byKey(`list:${code.village}`, step, ctx)) || { is: "code", code };
};
