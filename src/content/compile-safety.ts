import { z } from "zod";
import { app, Text } from "../engine/text.ts";
import type { Card } from "./card.ts";
import { dated, reviewEnds } from "./compile-dated.ts";
import { ScreenTexts, screenStates } from "./compile-screen.ts";
import { type Around, type Compiled, type Draft, finish, onward, states, toMenu, toPageBelow } from "./compiled.ts";
import { extractTexts } from "./extract-texts.ts";
import { hashOf } from "./hash.ts";
import { inParts, type Saying } from "./in-parts.ts";
import { MOST_LINES } from "./into-messages.ts";
import { openPages, pagesNamed } from "./open-pages.ts";
import { notePiece, partsOf, pointPiece } from "./parts.ts";
import type { Safety } from "./schema.ts";

const SafetyTexts = z.object({
  title: Text,
  recognise: z.array(Text),
  truth: Text.optional(),
  do_now: z.array(ScreenTexts.extend({ call: z.object({ label: Text, number: z.string() }).optional() })),
  opens: z.record(z.string(), Text),
});

/** A safety topic as a flow. An urgent one begins with what to do now; the signs come before it otherwise. */
export const compileSafety = (safety: Safety, around: Around): Compiled => {
  const opens = pagesNamed(safety, around.pages);
  const parts = safety.do_now.map((step) => partsOf(step, around.measure));
  const version = hashOf({ compiler: 3, safety, opens, parts, lines: MOST_LINES });
  const id = `safety:${safety.id}`;
  const { value, texts } = extractTexts({ ...safety, opens }, `${id}@${version}`);
  const s = SafetyTexts.parse(value);
  const cards = new Map<string, Card>();
  const first = `s-${s.do_now[0]?.id}`;
  const telling = safety.recognise.flatMap((text, i): Saying[] => {
    const key = s.recognise[i];
    return key ? [{ ...pointPiece(text, around.measure), key }] : [];
  });
  const truth: readonly Saying[] =
    safety.truth && s.truth
      ? [
          {
            ...notePiece(safety.truth, around.measure),
            says: [{ kind: "say", note: { tone: "safe", text: s.truth } }, dated(safety)],
          },
        ]
      : [{ words: 0, lines: 0, says: [dated(safety)] }];
  const signs: Draft[] =
    s.recognise.length === 0
      ? []
      : [
          ...inParts("signs", [...telling, ...truth], {
            title: s.title,
            text: app("safety.signs"),
            last: [onward(app("safety.what-now"), first)],
          }),
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
    ...safety.do_now.flatMap((source, i): readonly Draft[] => {
      const [step, following] = [s.do_now[i], s.do_now[i + 1]];
      if (!step) return [];
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
        ? [onward(app("safety.next", { n: i + 2 }), `s-${following.id}`)]
        : [toPageBelow, { ...toMenu, when: "no-page-below" as const, style: "main" as const }];
      return screenStates(source, step, {
        progress: { unit: "step", at: i + 1, of: s.do_now.length, title: s.title },
        cards,
        measure: around.measure,
        first: [
          ...(following ? [] : [finish]),
          // Where money may be leaving nothing stands between a person and what to do.
          ...(i === 0 && signs.length === 0 && !safety.urgent ? [dated(safety)] : []),
        ],
        last: on,
        beside: call,
      });
    }),
  ];
  return {
    definition: {
      id,
      version,
      kind: "safety",
      title: s.title,
      start: "begin",
      states: states(openPages(drafts, texts, s.opens, around.pages)),
      reviewEnds: reviewEnds(safety),
    },
    texts,
    cards,
  };
};
