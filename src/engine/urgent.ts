import type { Block, Choice } from "./block.ts";
import type { Context } from "./context.ts";
import type { Urgent } from "./env.ts";
import type { Resume } from "./input.ts";
import type { Session } from "./session.ts";
import type { Sprint } from "./sprint.ts";
import { app } from "./text.ts";
import { answers, question, typedFor } from "./understand.ts";

/**
 * What cannot wait in what arrived. It is looked for before anything else, in every state. Where a message somebody was
 * sent is to be looked at, its own alarm is no cry for help: what the scam check knows is left to it.
 */
export const urgentIn = (ctx: Context, input: Resume): Urgent | null => {
  if (input.type !== "text") return null;
  if (typedFor(question(ctx))?.ofAnother) return null;
  const heard = input.sensitive ? (input.urgent ?? null) : ctx.env.urgent(input.text);
  // "Dạ, khỏi nhé cháu" has the words of many a cry around it and is an answer.
  const urgent = heard && !heard.sure && !input.sensitive && answers(input.text, ctx) ? null : heard;
  const step = question(ctx);
  if (urgent === null || step?.kind !== "ask" || step.accept !== "message") return urgent;
  const seen = input.sensitive ? input.seen : ctx.env.inspect(input.text);
  return seen?.level === "no-sign" ? urgent : null;
};

/**
 * The number to call and what to do now, nothing else. Of it nothing is written, counted or kept: the session stays where
 * it was, its question with its numbers, and comes back at the next word or press.
 */
export const lifeInDanger = (ctx: Context, kind: string, stood: Session): Sprint => {
  const { numbers, adds } = ctx.env.vocabulary.help(kind, ctx);
  const blocks: Block[] = [
    { kind: "note", tone: "danger", text: app(`danger.${kind}.call`) },
    { kind: "text", text: app(`danger.${kind}.now`) },
  ];
  const choices: Choice[] = [
    ...[...numbers.map((n) => ({ phone: n, label: app(`danger.number.${n}`) })), ...adds].map(
      ({ phone, label }, i) => ({
        key: `call-${i + 1}`,
        label,
        phone,
        style: "alarm" as const,
      }),
    ),
    { key: "/repeat", label: app("danger.go-on"), style: "quiet" },
  ];
  return {
    session: { ...stood, seenAt: ctx.env.now },
    person: ctx.person,
    events: [{ type: "message", blocks, choices, expects: "choice" }],
    segments: [],
    asks: null,
  };
};
