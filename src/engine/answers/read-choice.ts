import { type Word, wordsOf } from "../../kit/vietnamese-words.ts";
import type { Context } from "../context.ts";
import type { Choose } from "../definition/steps.ts";
import type { Said } from "../hearing.ts";
import { limits } from "../limits.ts";
import type { Offered } from "../steps/choose.ts";
import { alike, begins, shared, within } from "./alike.ts";
import { type Sayable, sayable } from "./options.ts";

/** What a text says at a question with options: the key of one, and whether it was said in so many words. */
export type ReadChoice = { readonly key: string; readonly plain: boolean };

/** The option said by its label or one of its words and by nothing else: what else is typed there is meant for somebody. */
export const namedChoice = (text: string, step: Choose, ctx: Context): ReadChoice | null => {
  const all = sayable(step, ctx);
  for (const { words } of ctx.env.hearing.said(text)) {
    const named = all.find((o) => o.phrases.some((phrase) => alike(words, phrase)));
    if (named) return { key: named.option.key, plain: true };
  }
  return null;
};

/** The option said by its label, one of its words, or its number in any form: nothing here is a guess. */
export const plainChoice = (text: string, step: Choose, ctx: Context): ReadChoice | null => {
  const all = sayable(step, ctx);
  if (decidesNothing(text, all, ctx)) return null;
  const said = ctx.env.hearing.said(text);
  const yes = (word: string): boolean => ctx.env.hearing.polarity(word) === "yes";
  const no = ctx.env.hearing.polarity(text) === "no";
  for (const { words } of said) {
    const named = all.filter((o) => o.phrases.some((phrase) => alike(words, phrase)));
    // "Ừ, thôi": the yes in front is only polite.
    if (no && named.some((o) => o.option.words.some((word) => yes(word) && alike(words, wordsOf(word))))) continue;
    if (named[0]) return { key: named[0].option.key, plain: true };
  }
  for (const one of said) {
    const place = ctx.env.hearing.place(one);
    const key = place === null ? undefined : keyAt(place, ctx);
    if (key !== undefined) return { key, plain: true };
  }
  return ctx.env.hearing.polarity(text) === null ? null : bySide(text, all, said, ctx);
};

/**
 * The option that was meant, if only one can be: its line copied with the number, its beginning, a yes or a no, a part of
 * its words, a slip of the finger, or what the product reads in a sentence (an age, a trade). Where two can be, none is.
 */
export const looseChoice = (text: string, step: Choose, ctx: Context): ReadChoice | null => {
  const { hearing } = ctx.env;
  const all = sayable(step, ctx);
  if (decidesNothing(text, all, ctx)) return null;
  const said = hearing.said(text);
  const longest = said[0]?.words.length ?? 0;
  for (const one of said) {
    const copied = lineOf(one, all, ctx);
    if (copied) return copied;
  }
  if (longest > limits.answerWords) return null;
  for (const { words, key } of said) {
    const begun = key.length < 3 ? [] : all.filter((o) => o.labels.some((label) => begins(words, label)));
    if (begun.length === 1 && begun[0]) return { key: begun[0].option.key, plain: true };
  }
  const read = step.from === undefined ? null : (ctx.env.vocabulary.readers[step.from]?.(text, ctx) ?? null);
  const entry = read === null ? undefined : all.find((o) => o.option.key === `list:${read}`);
  if (entry) return { key: entry.option.key, plain: false };
  const asking = hearing.isQuestion(text);
  if (step.from !== undefined && !asking) {
    const told = hearing.entryIn(step.from, text);
    const found = told === null ? undefined : all.find((o) => o.option.key === `list:${told}`);
    if (found) return { key: found.option.key, plain: false };
  }
  const side = bySide(text, all, said, ctx);
  if (side) return side;
  // Where the product reads sentences itself, a part of an entry's words says nothing: "tuổi tý" is not "Chưa đủ 16 tuổi".
  const readable = step.from !== undefined && ctx.env.vocabulary.readers[step.from] !== undefined;
  const rest = readable ? all.filter((o) => !o.option.key.startsWith("list:")) : all;
  return partly(said[0]?.words ?? [], rest, asking, ctx);
};

/** Consent is neither given nor refused by what was meant for the step before it, or by somebody who does not know. */
const decidesNothing = (text: string, all: readonly Sayable[], { env: { hearing } }: Context): boolean =>
  hearing.isTakenBack(text) || (all.some((o) => o.option.key === "agree") && hearing.isUndecided(text));

/** "3. Không nhận, ra công an xã hỏi", or the label with the small print under it: a line as it was shown. */
const lineOf = (said: Said, all: readonly Sayable[], ctx: Context): ReadChoice | null => {
  const copied = all.filter((o) => o.labels.some((label) => label.length > 1 && begins(label, said.words)));
  const numbered = ctx.env.hearing.leading(said);
  if (numbered) {
    const key = keyAt(numbered.n, ctx);
    const option = all.find((o) => o.option.key === key);
    const known = option?.labels.some((label) => shared(numbered.rest, label) >= 0.6);
    const other = all.some((o) => o !== option && o.labels.some((label) => alike(numbered.rest, label)));
    // The number of one and the words of another: they have to say it again.
    return key !== undefined && known && !other ? { key, plain: true } : null;
  }
  const small = copied.length === 1 ? copied[0] : undefined;
  return small && said.words.length > 2 && (small.labels[0]?.length ?? 0) * 2 >= said.words.length
    ? { key: small.option.key, plain: true }
    : null;
};

/** A yes goes to the option that says yes, else to the one way on; a no, or "later", to the one that lets it be. */
const bySide = (text: string, all: readonly Sayable[], said: readonly Said[], ctx: Context): ReadChoice | null => {
  const { hearing } = ctx.env;
  const side = hearing.polarity(text) ?? (refuses(said, all, ctx) ? "no" : null);
  const of = (wanted: "yes" | "no"): readonly Sayable[] => all.filter((o) => sideOf(o.option, ctx) === wanted);
  const only = (found: readonly Sayable[]): ReadChoice | null =>
    found.length === 1 && found[0] ? { key: found[0].option.key, plain: true } : null;
  if (side === "yes") return only(of("yes")) ?? only(all.filter((o) => o.option.style === "main"));
  if (side === "no" || hearing.isSkip(text)) {
    const ways = (keys: readonly string[]) => all.filter((o) => keys.includes(o.option.key));
    const letting = only(ways(["skip", "later"])) ?? only(ways(["no", "none"]));
    return side === "no" ? (only(of("no")) ?? letting) : (letting ?? only(of("no")));
  }
  return null;
};

/** "Không cho lưu đâu": a no to what the options are about. */
const refuses = (said: readonly Said[], all: readonly Sayable[], ctx: Context): boolean =>
  said.some((one) => {
    const rest = ctx.env.hearing.refusal(one);
    const matter = rest?.filter((word) => !ctx.env.hearing.isFiller(word)) ?? [];
    return matter.length > 0 && all.some((o) => o.labels.some((label) => within(matter, label)));
  });

const sideOf = (option: Offered, ctx: Context): "yes" | "no" | null => {
  const [label = ""] = ctx.env.words(option.label, "vi").split(/[,.;:]/);
  return [label, ...option.words].map((word) => ctx.env.hearing.polarity(word)).find((side) => side !== null) ?? null;
};

/** All that was said stands in the words of one option alone, a slip of the finger forgiven. */
const partly = (words: readonly Word[], all: readonly Sayable[], asking: boolean, ctx: Context): ReadChoice | null => {
  const matter = words.filter((word) => !ctx.env.hearing.isFiller(word));
  const letters = matter.reduce((n, word) => n + word.key.length, 0);
  if (letters < 3 || (asking && matter.length < 2)) return null;
  const slipped = (a: readonly Word[], b: readonly Word[]) => letters >= 5 && shared(a, b) === 1;
  // In a question "sao" is no slip of "nào": one word of a lesson's title would choose it.
  for (const enough of asking ? [within] : [within, slipped]) {
    const found = all.filter((o) => o.phrases.some((phrase) => enough(matter, phrase)));
    if (found.length === 1 && found[0]) return { key: found[0].option.key, plain: false };
    if (found.length > 1) return null;
  }
  return null;
};

/** The key shown at a place: numbers are those that stand before the options, and the last is the last of them. */
const keyAt = (place: number, ctx: Context): string | undefined => {
  const shown = ctx.session.wait?.shown ?? [];
  const own = shown.filter((s) => s.n !== undefined && s.n <= limits.choicesShown);
  return place === -1 ? own.at(-1)?.key : shown.find((s) => s.n === place)?.key;
};
