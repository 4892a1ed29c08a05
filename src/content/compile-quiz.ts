import { z } from "zod";
import type { Choose, Say } from "../engine/definition/steps.ts";
import { app, Text } from "../engine/text.ts";
import { type Draft, onward } from "./compiled.ts";

const QuizItemTexts = z.object({
  id: z.string(),
  ask: Text,
  options: z.array(z.object({ text: Text, right: z.boolean().optional(), why: Text.optional() })),
  why: Text,
  remember: Text.optional(),
});
export const QuizTexts = z.object({ items: z.array(QuizItemTexts) });

/** The quiz at the end of a lesson: one question after the other. Only the first try counts for the score. The last one leads to `result`. */
export const compileQuiz = (
  lesson: string,
  title: Text,
  quiz: z.infer<typeof QuizTexts>,
  result: string,
): readonly Draft[] =>
  quiz.items.flatMap((item, i): readonly Draft[] => {
    const following = quiz.items[i + 1];
    return questionStates(item, {
      lesson,
      what: "quiz-answered",
      progress: { unit: "question", at: i + 1, of: quiz.items.length, title },
      calm: i === 0 ? app("quiz.calm") : undefined,
      on: onward(app(following ? "quiz.next" : "quiz.result"), following ? `q-${following.id}` : result),
      ways: [],
    });
  });

/** How a question is asked: in a lesson, or again weeks later. */
type Asking = {
  readonly lesson: string;
  readonly what: "quiz-answered" | "item-reviewed";
  readonly progress: NonNullable<Say["progress"]>;
  readonly calm: Text | undefined;
  /** The choice that leads on from an answer. */
  readonly on: Choose["options"][number];
  /** Ways out offered with the question itself. */
  readonly ways: Choose["options"];
};

/** One question as states: what is said when right, and for each wrong answer its own reason. Trying again is free. */
export const questionStates = (item: z.infer<typeof QuizItemTexts>, asking: Asking): readonly Draft[] => {
  const { progress, calm, on, what, ways } = asking;
  const right = item.options.find((o) => o.right);
  const ref = `${asking.lesson}/${item.id}`;
  const remember = item.remember ? [{ kind: "say" as const, text: item.remember }] : [];
  return [
    {
      id: `q-${item.id}`,
      checkpoint: true,
      steps: [
        { kind: "say", progress, question: item.ask, ...(calm && { text: calm }) },
        {
          kind: "choose",
          options: [
            ...item.options.map((o, k) => ({
              id: `o${k + 1}`,
              label: o.text,
              goto: o.right ? `right-${item.id}` : `notyet-${item.id}-${k + 1}`,
            })),
            ...ways,
          ],
        },
      ],
    },
    {
      id: `right-${item.id}`,
      steps: [
        { kind: "record", what, ref, data: { right: true } },
        { kind: "say", progress, feedback: { right: true, text: app("quiz.right") }, text: item.why },
        ...remember,
        { kind: "choose", options: [on] },
      ],
    },
    ...item.options.flatMap((o, k): readonly Draft[] =>
      o.right
        ? []
        : [
            {
              id: `notyet-${item.id}-${k + 1}`,
              steps: [
                { kind: "record", what, ref, data: { right: false } },
                {
                  kind: "say",
                  progress,
                  feedback: { right: false, text: app("quiz.notyet") },
                  text: o.why ?? item.why,
                },
                {
                  kind: "choose",
                  options: [
                    { id: "again", label: app("quiz.again"), style: "main", goto: `q-${item.id}` },
                    { id: "next", label: app("quiz.show"), goto: `answer-${item.id}` },
                  ],
                },
              ],
            },
          ],
    ),
    {
      id: `answer-${item.id}`,
      steps: [
        { kind: "say", progress, text: app("quiz.answer") },
        ...(right ? [{ kind: "say" as const, question: right.text }] : []),
        { kind: "say", text: item.why },
        ...remember,
        { kind: "choose", options: [on] },
      ],
    },
  ];
};
