import { fold } from "../kit/text.ts";
import { type Answer, accepts } from "./accepts.ts";
import { type Command, commandAtName, commandOf } from "./commands.ts";
import { type Context, flowOf, top } from "./context.ts";
import type { Choose } from "./definition/steps.ts";
import type { Found } from "./env.ts";
import type { Resume } from "./input.ts";
import { limits } from "./limits.ts";
import { type Offered, offered } from "./steps/choose.ts";

/** What a person meant. Anything can be typed at any time, so every input gets exactly one of these. */
export type Meaning =
  | { readonly is: "chosen"; readonly option: Offered }
  | { readonly is: "more" }
  | { readonly is: "skipped" }
  | { readonly is: "answered"; readonly value: Answer }
  | { readonly is: "retry" }
  | { readonly is: "command"; readonly command: Command }
  | { readonly is: "stale" }
  | { readonly is: "searched"; readonly found: readonly Found[]; readonly sure: boolean }
  | { readonly is: "unknown"; readonly readable: boolean };

/** Buttons, then numbers, labels, synonyms, commands, a name that begins only one label, and last the search: the nearest meaning wins, and nothing is a guess before it must be. */
export const understand = (resume: Extract<Resume, { type: "press" | "text" }>, ctx: Context): Meaning => {
  const step = question(ctx);
  if (resume.type === "press") return pressed(resume, ctx, step);
  const text = resume.text.slice(0, limits.inputCharacters);
  const folded = fold(text);
  const byNumber = numbered(folded, ctx, step);
  if (byNumber) return byNumber;
  const words = step?.kind === "choose" ? wordsOf(step, ctx) : [];
  const exact = words.find((o) => folded !== "" && o.words.includes(folded));
  if (exact) return { is: "chosen", option: exact.option };
  const command = commandIn(text, step);
  if (command) return { is: "command", command };
  // "Để sau" is nobody's name.
  if (step?.kind === "ask" && labelsOf(step.skip.label, ctx).some((label) => fold(label) === folded))
    return { is: "skipped" };
  // Only after the commands, or "dừng" would choose "Đúng, là tôi".
  const begins = folded.length >= 3 ? words.filter((o) => o.words[0]?.startsWith(`${folded} `)) : [];
  if (begins.length === 1 && begins[0]) return { is: "chosen", option: begins[0].option };
  if (step?.kind === "ask") {
    // "Cho tôi gặp cán bộ" is nobody's name; where a sentence was asked for, it is that sentence.
    const sentence = step.accept === "words" || step.accept === "message";
    if (!sentence && folded.split(" ").length > limits.nameWords && ctx.env.search(text, ctx.facts.commune).person)
      return { is: "command", command: "person" };
    const value = accepts[step.accept](text, ctx);
    return value === null ? { is: "retry" } : { is: "answered", value };
  }
  if (folded.length < 2) return { is: "unknown", readable: false };
  const { found, sure, person, readable } = ctx.env.search(text, ctx.facts.commune);
  if (person) return { is: "command", command: "person" };
  return found.length > 0
    ? { is: "searched", found: found.slice(0, limits.topicsOffered), sure }
    : { is: "unknown", readable };
};

/** The global command a text is at this question. */
export const commandIn = (text: string, step: ReturnType<typeof question>): Command | null =>
  step?.kind === "ask" && step.accept === "name" ? commandAtName(text) : commandOf(text);

/** The step the person is standing at, if it asks something. */
export const question = (ctx: Context) => {
  if (ctx.session.status === "done") return undefined;
  const run = top(ctx);
  const step = flowOf(ctx, run)?.states[run.state]?.steps[run.at];
  return step?.kind === "choose" || step?.kind === "ask" ? step : undefined;
};

const pressed = (
  press: Extract<Resume, { type: "press" }>,
  ctx: Context,
  step: ReturnType<typeof question>,
): Meaning => {
  const command = press.key.startsWith("/") ? commandOf(press.key.slice(1)) : null;
  if (command) return { is: "command", command };
  if (press.token !== ctx.session.token || !step)
    // An old button that says "no more" still means it.
    return press.key === "no-more" ? { is: "command", command: "no-review" } : { is: "stale" };
  // A key too long for a channel's button comes back as the number it had: `#2`.
  const n = /^#(\d)$/.exec(press.key)?.[1];
  const key = n === undefined ? press.key : ctx.session.wait?.shown.find((s) => s.n === Number(n))?.key;
  return (key !== undefined && byKey(key, step, ctx)) || { is: "stale" };
};

const byKey = (key: string, step: NonNullable<ReturnType<typeof question>>, ctx: Context): Meaning | null => {
  if (key === "person") return { is: "command", command: "person" };
  if (key === "menu") return { is: "command", command: "menu" };
  const command = key.startsWith("/") ? commandOf(key.slice(1)) : null;
  if (command) return { is: "command", command };
  if (step.kind === "ask") return key === "skip" ? { is: "skipped" } : null;
  if (key === "more") return { is: "more" };
  const option = offered(step, ctx).find((o) => o.key === key);
  return option ? { is: "chosen", option } : null;
};

const numbered = (folded: string, ctx: Context, step: ReturnType<typeof question>): Meaning | null => {
  const n = /^(?:(?:so|bam|bam so|phim|chon|chon so|cau) )?(\d)$/.exec(folded)?.[1];
  if (n === undefined) return null;
  const shown = ctx.session.wait?.shown.find((s) => s.n === Number(n));
  if (shown && !step) return shown.key === "menu" ? { is: "command", command: "menu" } : null;
  return shown && step ? byKey(shown.key, step, ctx) : null;
};

const labelsOf = (label: Offered["label"], { env, person }: Context): readonly string[] =>
  person.language === "vi"
    ? [env.words(label, "vi")]
    : [...new Set([env.words(label, person.language), env.words(label, "vi")])];

/** Every option, on whichever page it stands, with its label and its other words, folded. The Vietnamese label counts in every language: people mix the two. */
const wordsOf = (
  step: Choose,
  ctx: Context,
): readonly { readonly option: Offered; readonly words: readonly string[] }[] =>
  offered(step, ctx).map((option) => ({
    option,
    words: [...labelsOf(option.label, ctx), ...option.words].map(fold),
  }));
