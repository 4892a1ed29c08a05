import { z } from "zod";
import { app, Text } from "../engine/text.ts";
import type { Card } from "./card.ts";
import { dated, reviewEnds } from "./compile-dated.ts";
import { ScreenTexts, saysOf } from "./compile-screen.ts";
import { type Compiled, type Draft, finish, onward, states, toMenu } from "./compiled.ts";
import { extractTexts } from "./extract-texts.ts";
import { hashOf } from "./hash.ts";
import type { Safety } from "./schema.ts";

const SafetyTexts = z.object({
  title: Text,
  recognise: z.array(Text),
  truth: Text.optional(),
  do_now: z.array(ScreenTexts.extend({ call: z.object({ label: Text, number: z.string() }).optional() })),
});

/** A safety topic as a flow. An urgent one begins with what to do now; the signs come before it otherwise. */
export const compileSafety = (safety: Safety): Compiled => {
  const version = hashOf({ compiler: 2, safety });
  const id = `safety:${safety.id}`;
  const { value, texts } = extractTexts(safety, `${id}@${version}`);
  const s = SafetyTexts.parse(value);
  const cards = new Map<string, Card>();
  const first = `s-${s.do_now[0]?.id}`;
  const signs: Draft[] =
    s.recognise.length === 0
      ? []
      : [
          {
            id: "signs",
            checkpoint: true,
            steps: [
              { kind: "say", title: s.title, text: app("safety.signs"), keys: s.recognise.map((text) => ({ text })) },
              ...(s.truth ? [{ kind: "say" as const, note: { tone: "safe" as const, text: s.truth } }] : []),
              dated(safety),
              { kind: "choose", options: [onward(app("safety.what-now"), first)], person: true },
            ],
          },
        ];
  const drafts: Draft[] = [
    {
      id: "begin",
      steps: [
        { kind: "set", var: "urgent", to: safety.urgent },
        { kind: "record", what: "safety-read", ref: safety.id, data: {} },
        { kind: "goto", to: signs.length > 0 && !safety.urgent ? "signs" : first },
      ],
    },
    ...signs,
    ...s.do_now.map((step, i): Draft => {
      const following = s.do_now[i + 1];
      const call = step.call
        ? [
            {
              id: "call",
              label: step.call.label,
              phone: step.call.number,
              style: "alarm" as const,
              goto: `s-${step.id}`,
            },
          ]
        : [];
      const on = following
        ? onward(app("safety.next", { n: i + 2 }), `s-${following.id}`)
        : { ...toMenu, style: "main" as const };
      return {
        id: `s-${step.id}`,
        checkpoint: true,
        steps: [
          ...(following ? [] : [finish]),
          saysOf(step, safety.do_now[i]?.card, { unit: "step", at: i + 1, of: s.do_now.length, title: s.title }, cards),
          // Where money may be leaving nothing stands between a person and what to do.
          ...(i === 0 && signs.length === 0 && !safety.urgent ? [dated(safety)] : []),
          { kind: "choose", options: [...call, on], person: true },
        ],
      };
    }),
  ];
  return {
    definition: {
      id,
      version,
      kind: "safety",
      title: s.title,
      start: "begin",
      states: states(drafts),
      reviewEnds: reviewEnds(safety),
    },
    texts,
    cards,
  };
};
