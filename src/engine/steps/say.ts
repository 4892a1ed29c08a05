import { type Context, holds, listed } from "../context.ts";
import type { Say } from "../definition/steps.ts";
import { fill } from "../fill.ts";
import { next, type Outcome } from "../transition.ts";
import { resolve } from "./set.ts";

/** Shows something. Several in a row become one message. */
export const say = (step: Say, ctx: Context): Outcome => {
  if (step.if && !holds(ctx, step.if)) return next;
  const b = ctx.blocks;
  if (step.progress) {
    const [at, of] = [resolve(step.progress.at, ctx), resolve(step.progress.of, ctx)];
    if (typeof at === "number" && typeof of === "number")
      ctx.progress = {
        unit: step.progress.unit,
        at,
        of,
        title: fill(ctx, step.progress.title),
        ...(step.progress.part && { part: step.progress.part }),
      };
  }
  if (step.feedback) b.push({ kind: "feedback", right: step.feedback.right, text: fill(ctx, step.feedback.text) });
  if (step.title) b.push({ kind: "title", text: fill(ctx, step.title) });
  if (step.question) b.push({ kind: "question", text: fill(ctx, step.question) });
  if (step.card) b.push({ kind: "picture", card: step.card.id, alt: fill(ctx, step.card.alt) });
  if (step.text) b.push({ kind: "text", text: fill(ctx, step.text) });
  const keys = (step.keys ?? []).filter((k) => !k.when || holds(ctx, k.when));
  if (keys.length > 0)
    b.push({
      kind: "keys",
      items: keys.map(({ text, tap, mark }) => ({ text: fill(ctx, text), ...(tap && { tap }), ...(mark && { mark }) })),
    });
  const points = step.listed ? listed(ctx, step.listed) : [];
  if (points.length > 0) b.push({ kind: "keys", items: points.map((e) => ({ text: e.label })) });
  if (step.certificate) {
    const code = ctx.session.runs.at(-1)?.vars[step.certificate.code];
    if (typeof code === "string") b.push({ kind: "certificate", code, alt: fill(ctx, step.certificate.alt) });
  }
  if (step.note) b.push({ kind: "note", tone: step.note.tone, text: fill(ctx, step.note.text) });
  return next;
};
