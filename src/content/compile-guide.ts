import { z } from "zod";
import { app, Text } from "../engine/text.ts";
import type { Card } from "./card.ts";
import { dated, reviewEnds } from "./compile-dated.ts";
import { ScreenTexts, saysOf } from "./compile-screen.ts";
import { withinGuide } from "./compile-within.ts";
import { type Compiled, type Draft, finish, onward, states, toMenu } from "./compiled.ts";
import { extractTexts } from "./extract-texts.ts";
import { hashOf } from "./hash.ts";
import type { Guide } from "./schema.ts";

const GuideTexts = z.object({
  title: Text,
  prepare: z.array(Text),
  in_person: Text,
  steps: z.array(
    ScreenTexts.extend({
      stuck: z.array(z.object({ id: z.string(), label: Text, answer: Text, then: z.string().optional() })),
    }),
  ),
  after: z.object({ next: Text, fee: Text, time: Text, ask: Text }),
});
type GuideTexts = z.infer<typeof GuideTexts>;

/** A guide as a flow: what to have ready, one action a screen with "Xong rồi" and "Tôi bị vướng", and what happens next. */
export const compileGuide = (guide: Guide): Compiled => {
  const version = hashOf({ compiler: 4, guide });
  const id = `guide:${guide.id}`;
  const { value, texts } = extractTexts(guide, `${id}@${version}`);
  const g = GuideTexts.parse(value);
  const cards = new Map<string, Card>();
  const drafts: Draft[] = [
    {
      id: "begin",
      steps: [
        { kind: "record", what: "guide-started", ref: guide.id, data: {} },
        { kind: "goto", to: "prepare" },
      ],
    },
    {
      id: "prepare",
      checkpoint: true,
      steps: [
        { kind: "say", title: g.title, text: app("guide.prepare"), keys: g.prepare.map((text) => ({ text })) },
        { kind: "say", note: { tone: "info", text: g.in_person } },
        ...(guide.after.local_fee ? [hereOnly] : []),
        dated(guide),
        {
          kind: "choose",
          options: [
            onward(app("guide.ready"), `s-${g.steps[0]?.id}`),
            { id: "later", label: app("guide.later"), return: "menu" },
          ],
          person: true,
        },
      ],
    },
    ...g.steps.flatMap((step, i) => screen(guide, g, step, i, cards)),
    {
      id: "after",
      checkpoint: true,
      steps: [
        finish,
        { kind: "record", what: "guide-finished", ref: guide.id, data: {} },
        { kind: "say", title: app(guide.quiet ? "guide.finished-quietly" : "guide.finished"), text: g.after.next },
        { kind: "say", text: g.after.time },
        ...(guide.after.local_fee
          ? [hereOnly, { kind: "say" as const, if: "no-local-fee" as const, text: g.after.fee }]
          : [{ kind: "say" as const, text: g.after.fee }]),
        { kind: "say", text: g.after.ask, keys: contacts[guide.owner] },
        {
          kind: "choose",
          options: [
            { ...toMenu, style: "main" },
            { id: "keep", label: app("guide.keep"), when: "consent-unasked", goto: "keep" },
          ],
          person: true,
        },
      ],
    },
    {
      id: "keep",
      steps: [
        { kind: "call", flow: "agree" },
        { kind: "when", is: "has-consent", then: { goto: "kept" }, else: { return: "menu" } },
      ],
    },
    {
      id: "kept",
      steps: [
        // When it began and ended nothing could be noted.
        { kind: "record", what: "guide-started", ref: guide.id, data: {} },
        { kind: "record", what: "guide-finished", ref: guide.id, data: {} },
        { kind: "call", flow: "about" },
        { kind: "return", result: "menu" },
      ],
    },
  ];
  return {
    definition: {
      id,
      version,
      kind: "guide",
      title: g.title,
      start: "begin",
      states: states(drafts),
      reviewEnds: reviewEnds(guide),
      ...onlyIn(guide),
    },
    texts,
    cards,
    within: withinGuide(guide, g, hereOnly, contacts[guide.owner]),
  };
};

/** The only province a guide serves; nothing for all others. */
export const onlyIn = ({ only_in }: Pick<Guide, "only_in">): { readonly onlyIn?: string } =>
  only_in === undefined ? {} : { onlyIn: only_in };

/** What it costs here, where a province sets the fee and the commune's staff entered it. */
const hereOnly = {
  kind: "say" as const,
  if: "has-local-fee" as const,
  note: { tone: "info" as const, text: app("guide.fee-here") },
};

/** Where to ask has hours and a number once staff entered them. The tax office is not the commune's. */
const counter = [
  { when: "has-counter" as const, text: app("guide.counter") },
  { when: "has-hours" as const, text: app("guide.hours") },
];
const contacts = {
  "trung-tam-hcc": counter,
  "kinh-te": counter,
  "van-hoa-xa-hoi": counter,
  "cong-an-xa": [{ when: "has-police" as const, text: app("guide.police") }],
  thue: [],
};

const screen = (
  guide: Guide,
  g: GuideTexts,
  step: GuideTexts["steps"][number],
  i: number,
  cards: Map<string, Card>,
): readonly Draft[] => {
  const following = g.steps[i + 1];
  const here = `s-${step.id}`;
  const done = `done-${step.id}`;
  const stuck = `stuck-${step.id}`;
  const on = onward(following ? app("guide.done", { n: i + 2 }) : app("guide.done-last"), done);
  return [
    {
      id: here,
      checkpoint: true,
      steps: [
        saysOf(step, guide.steps[i]?.card, { unit: "step", at: i + 1, of: g.steps.length, title: g.title }, cards),
        {
          kind: "choose",
          options: [on, ...(step.stuck.length > 0 ? [{ id: "stuck", label: app("guide.stuck"), goto: stuck }] : [])],
          person: true,
        },
      ],
    },
    {
      id: done,
      steps: [
        { kind: "record", what: "guide-step-done", ref: guide.id, data: { step: step.id } },
        { kind: "goto", to: following ? `s-${following.id}` : "after" },
      ],
    },
    ...(step.stuck.length === 0
      ? []
      : [
          {
            id: stuck,
            steps: [
              { kind: "say" as const, question: app("guide.where-stuck") },
              {
                kind: "choose" as const,
                options: step.stuck.map((s) => ({ id: s.id, label: s.label, goto: `try-${step.id}-${s.id}` })),
                person: true,
              },
            ],
          },
        ]),
    ...step.stuck.map(
      (s): Draft => ({
        id: `try-${step.id}-${s.id}`,
        steps: [
          { kind: "record", what: "guide-stuck", ref: guide.id, data: { step: step.id, stuck: s.id } },
          { kind: "say", text: s.answer },
          {
            kind: "choose",
            options: [
              ...(s.then
                ? [{ id: "next", label: app("guide.jump"), style: "main" as const, goto: `s-${s.then}` }]
                : []),
              { id: "again", label: app("guide.retry"), ...(!s.then && { style: "main" as const }), goto: here },
              ...(s.then ? [] : [{ id: "next", label: app("guide.solved"), goto: done }]),
            ],
            person: true,
          },
        ],
      }),
    ),
  ];
};
