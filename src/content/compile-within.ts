import type { Say } from "../engine/definition/steps.ts";
import { app, type Text } from "../engine/text.ts";
import type { Answerable } from "./compiled.ts";
import type { GuideTexts } from "./guide-texts.ts";
import type { Guide, Lesson } from "./schema.ts";

type Screen = { readonly title: Text; readonly say?: Text | undefined };

/** What a guide can answer of itself: its fee, time, papers and where to ask, where people get stuck, and its steps. */
export const withinGuide = (
  guide: Guide,
  texts: Pick<GuideTexts, "prepare" | "in_person" | "steps" | "after">,
  hereOnly: Say,
  contacts: Say["keys"],
): readonly Answerable[] => {
  const { after } = texts;
  const kinds: Readonly<Record<string, readonly Say[]>> = {
    fee: guide.after.local_fee
      ? [hereOnly, { kind: "say", if: "no-local-fee", text: after.fee }]
      : [{ kind: "say", text: after.fee }],
    time: [{ kind: "say", text: after.time }],
    where: [{ kind: "say", text: after.ask, keys: contacts }],
    prepare: [{ kind: "say", text: app("guide.prepare"), keys: texts.prepare.map((text) => ({ text })) }],
    "in-person": [{ kind: "say", text: texts.in_person }],
    next: [{ kind: "say", text: after.next }],
  };
  return [
    ...Object.entries(kinds).map(([about, says]) => ({ about, sayings: [], says })),
    ...guide.steps.flatMap((step, i) =>
      step.stuck.flatMap((stuck, k): Answerable[] => {
        const answer = texts.steps[i]?.stuck[k]?.answer;
        return answer
          ? [
              {
                about: null,
                state: `s-${step.id}`,
                sayings: sayingsOf(stuck.label),
                says: [{ kind: "say", text: answer }],
              },
            ]
          : [];
      }),
    ),
    ...screens(guide.steps, texts.steps),
  ];
};

/** A lesson knows its own screens. */
export const withinLesson = (lesson: Lesson, texts: readonly Screen[]): readonly Answerable[] =>
  screens(lesson.steps, texts);

const screens = (
  steps: readonly Pick<Guide["steps"][number], "title" | "id">[],
  texts: readonly Screen[],
): Answerable[] =>
  steps.flatMap(({ id, title }, i) => {
    const text = texts[i];
    return text
      ? [
          {
            about: null,
            state: `s-${id}`,
            sayings: sayingsOf(title),
            says: [{ kind: "say", question: text.title, ...(text.say && { text: text.say }) } as const],
          },
        ]
      : [];
  });

const sayingsOf = ({ vi, en }: { readonly vi: string; readonly en: string }): readonly string[] => [vi, en];
