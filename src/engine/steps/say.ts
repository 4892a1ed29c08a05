import { z } from "zod";
import { Tone } from "../block.ts";
import type { Context } from "../context.ts";
import { fill } from "../fill.ts";
import { GuardName, guards } from "../guards.ts";
import { ListName, lists } from "../lists.ts";
import { Text } from "../text.ts";
import { next, type Outcome } from "../transition.ts";
import { resolve } from "./set.ts";

const schema = z.strictObject({
  kind: z.literal("say"),
  /** Says it only where this holds; otherwise the step is passed over. */
  if: GuardName.optional(),
  progress: z
    .strictObject({
      unit: z.enum(["step", "question"]),
      /** A number, or `$name` where only the flow that calls knows it. */
      at: z.union([z.number(), z.string()]),
      of: z.union([z.number(), z.string()]),
      title: Text,
    })
    .optional(),
  title: Text.optional(),
  text: Text.optional(),
  question: Text.optional(),
  feedback: z.strictObject({ right: z.boolean(), text: Text }).optional(),
  card: z.strictObject({ id: z.string(), alt: Text }).optional(),
  /** A point with `when` is told only if that holds. */
  keys: z.array(z.strictObject({ text: Text, tap: z.boolean().optional(), when: GuardName.optional() })).optional(),
  /** A list of the world, told as points instead of offered. */
  listed: ListName.optional(),
  note: z.strictObject({ tone: Tone, text: Text }).optional(),
  /** Shows the certificate whose code is in this variable. */
  certificate: z.strictObject({ code: z.string(), alt: Text }).optional(),
});
export type Say = z.infer<typeof schema>;

/** Shows something. Several in a row become one message. */
export const say = {
  schema,
  run: (step: Say, ctx: Context): Outcome => {
    if (step.if && !guards[step.if](ctx)) return next;
    const b = ctx.blocks;
    if (step.progress) {
      const [at, of] = [resolve(step.progress.at, ctx), resolve(step.progress.of, ctx)];
      if (typeof at === "number" && typeof of === "number")
        ctx.progress = { unit: step.progress.unit, at, of, title: fill(ctx, step.progress.title) };
    }
    if (step.feedback) b.push({ kind: "feedback", right: step.feedback.right, text: fill(ctx, step.feedback.text) });
    if (step.title) b.push({ kind: "title", text: fill(ctx, step.title) });
    if (step.question) b.push({ kind: "question", text: fill(ctx, step.question) });
    if (step.card) b.push({ kind: "picture", card: step.card.id, alt: fill(ctx, step.card.alt) });
    if (step.text) b.push({ kind: "text", text: fill(ctx, step.text) });
    const keys = (step.keys ?? []).filter((k) => !k.when || guards[k.when](ctx));
    if (keys.length > 0)
      b.push({ kind: "keys", items: keys.map(({ text, tap }) => ({ text: fill(ctx, text), ...(tap && { tap }) })) });
    const listed = step.listed ? lists[step.listed](ctx) : [];
    if (listed.length > 0) b.push({ kind: "keys", items: listed.map((e) => ({ text: e.label })) });
    if (step.certificate) {
      const code = ctx.session.runs.at(-1)?.vars[step.certificate.code];
      if (typeof code === "string") b.push({ kind: "certificate", code, alt: fill(ctx, step.certificate.alt) });
    }
    if (step.note) b.push({ kind: "note", tone: step.note.tone, text: fill(ctx, step.note.text) });
    return next;
  },
};
