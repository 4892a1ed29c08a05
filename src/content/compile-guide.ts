import { app } from "../engine/text.ts";
import type { Card } from "./card.ts";
import { dated, reviewEnds } from "./compile-dated.ts";
import { screenStates } from "./compile-screen.ts";
import { withinGuide } from "./compile-within.ts";
import { type Around, type Compiled, type Draft, finish, onward, states, toMenu, toPageBelow } from "./compiled.ts";
import { extractTexts } from "./extract-texts.ts";
import { GuideTexts } from "./guide-texts.ts";
import { hashOf } from "./hash.ts";
import { inParts, type Saying } from "./in-parts.ts";
import { MOST_LINES } from "./into-messages.ts";
import type { Measure } from "./measure.ts";
import { openPages, pagesNamed } from "./open-pages.ts";
import { notePiece, partsOf, pointPiece, textPiece } from "./parts.ts";
import type { Guide } from "./schema.ts";

/** A guide as a flow: what to have ready, one action a screen with "Xong rồi" and "Tôi bị vướng", and what happens next. */
export const compileGuide = (guide: Guide, around: Around): Compiled => {
  const opens = pagesNamed(guide, around.pages);
  const parts = guide.steps.map((step) => partsOf(step, around.measure));
  const version = hashOf({ compiler: 5, guide, opens, parts, lines: MOST_LINES });
  const id = `guide:${guide.id}`;
  const { value, texts } = extractTexts({ ...guide, opens }, `${id}@${version}`);
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
    ...inParts("prepare", preparing(guide, g, around.measure), {
      title: g.title,
      text: app("guide.prepare"),
      last: [
        onward(app("guide.ready"), `s-${g.steps[0]?.id}`),
        { id: "later", label: app("guide.later"), when: "no-page-below", return: "menu" },
        { ...toPageBelow, style: "plain" },
      ],
    }),
    ...g.steps.flatMap((step, i) => screen(guide, g, step, i, cards, around)),
    ...inParts("after", afterwards(guide, g, around.measure), {
      first: [finish, { kind: "record", what: "guide-finished", ref: guide.id, data: {} }],
      title: app(guide.quiet ? "guide.finished-quietly" : "guide.finished"),
      last: [
        toPageBelow,
        { ...toMenu, when: "no-page-below", style: "main" },
        { id: "keep", label: app("guide.keep"), when: "consent-unasked", goto: "keep" },
      ],
    }),
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
      states: states(openPages(drafts, texts, g.opens, around.pages)),
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

/** What to have ready, and who must go. */
const preparing = (guide: Guide, g: GuideTexts, measure: Measure): readonly Saying[] => [
  ...guide.prepare.flatMap((text, i): Saying[] => {
    const key = g.prepare[i];
    return key ? [{ ...pointPiece(text, measure), key }] : [];
  }),
  {
    ...notePiece(guide.in_person, measure),
    says: [
      { kind: "say", note: { tone: "info", text: g.in_person } },
      ...(guide.after.local_fee ? [hereOnly] : []),
      dated(guide),
    ],
  },
];

/** What happens next, how long, what it costs and where to ask. */
const afterwards = ({ after, owner }: Guide, { after: texts }: GuideTexts, measure: Measure): readonly Saying[] => [
  { ...textPiece(after.next, measure), says: [{ kind: "say", text: texts.next }] },
  { ...textPiece(after.time, measure), says: [{ kind: "say", text: texts.time }] },
  {
    ...textPiece(after.fee, measure),
    says: after.local_fee
      ? [hereOnly, { kind: "say", if: "no-local-fee", text: texts.fee }]
      : [{ kind: "say", text: texts.fee }],
  },
  { ...textPiece(after.ask, measure), says: [{ kind: "say", text: texts.ask, keys: contacts[owner] }] },
];

const screen = (
  guide: Guide,
  g: GuideTexts,
  step: GuideTexts["steps"][number],
  i: number,
  cards: Map<string, Card>,
  { measure }: Around,
): readonly Draft[] => {
  const source = guide.steps[i];
  if (!source) return [];
  const following = g.steps[i + 1];
  const here = `s-${step.id}`;
  const done = `done-${step.id}`;
  const stuck = `stuck-${step.id}`;
  const on = onward(following ? app("guide.done", { n: i + 2 }) : app("guide.done-last"), done);
  return [
    ...screenStates(source, step, {
      progress: { unit: "step", at: i + 1, of: g.steps.length, title: g.title },
      cards,
      measure,
      last: [on],
      beside: step.stuck.length > 0 ? [{ id: "stuck", label: app("guide.stuck"), goto: stuck }] : [],
    }),
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
