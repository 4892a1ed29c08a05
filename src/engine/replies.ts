import { type Context, flowOf, top } from "./context.ts";
import type { Session } from "./session.ts";
import { showAgain } from "./show-again.ts";
import { advance } from "./sprint.ts";
import { home } from "./stack.ts";
import { app, type Text } from "./text.ts";
import type { question } from "./understand.ts";

/** Says back what was understood, and remembers where the person stood, so that one tap changes it. */
export const saidBack = (
  ctx: Context,
  heard: Text,
  stood: NonNullable<Session["before"]>,
  kind: "name" | "village" | "choice" = "choice",
): void => {
  ctx.session.before = stood;
  ctx.heard = { says: app(`heard.${kind}`, { heard }), undo: app("heard.change") };
};

/** It was no answer: the question again, with one example of an answer. It goes to nobody, and nothing is searched for. */
export const retried = (ctx: Context, step: ReturnType<typeof question>): void => {
  if (step?.kind === "ask") {
    ctx.blocks.push({ kind: "text", text: step.retry });
    if (step.accept === "name" || step.accept === "village")
      ctx.blocks.push({ kind: "text", text: app(`unheard.${step.accept}`) });
    return showAgain(ctx);
  }
  const at = ctx.blocks.length;
  showAgain(ctx);
  const first = ctx.choices.find((c) => c.n === 1);
  const own = `unheard.${step?.from ?? ""}`;
  const text =
    ctx.env.sentences(own) > 0
      ? app(`${own}.1`)
      : first
        ? app("unheard.choice", { label: first.label })
        : app("unheard.other");
  ctx.blocks.splice(at, 0, { kind: "text", text });
};

/** One kind sentence, a different one now and then, and the question that is open once more. */
export const talked = (ctx: Context, key: string): void => {
  const many = ctx.env.sentences(key);
  const text = app(many > 0 ? `${key}.${1 + Math.floor(ctx.env.random() * many)}` : "outside.other.1");
  ctx.blocks.push({ kind: "text", text });
  if (ctx.session.status !== "done" && flowOf(ctx, top(ctx))) return showAgain(ctx);
  home(ctx);
  advance(ctx);
};
