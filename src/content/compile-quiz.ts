import { z } from "zod";
import { app, Text } from "../engine/text.ts";
import { type Draft, onward } from "./compiled.ts";

export const QuizTexts = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      ask: Text,
      options: z.array(z.object({ text: Text, right: z.boolean().optional(), why: Text.optional() })),
      why: Text,
      remember: Text.optional(),
    }),
  ),
});

/**
 * A quiz as states: each question, what is said when right, and for each wrong answer its own reason. Trying again is
 * free; only the first try counts for the score. The last one leads to `result`.
 */
export const compileQuiz = (
  lesson: string,
  title: Text,
  quiz: z.infer<typeof QuizTexts>,
  result: string,
): readonly Draft[] =>
  quiz.items.flatMap((item, i): Draft[] => {
    const following = quiz.items[i + 1];
    const on = onward(app(following ? "quiz.next" : "quiz.result"), following ? `q-${following.id}` : result);
    const progress = { unit: "question" as const, at: i + 1, of: quiz.items.length, title };
    const right = item.options.find((o) => o.right);
    const ref = `${lesson}/${item.id}`;
    const remember = item.remember ? [{ kind: "say" as const, text: item.remember }] : [];
    return [
      {
        id: `q-${item.id}`,
        checkpoint: true,
        steps: [
          { kind: "say", progress, question: item.ask, ...(i === 0 && { text: app("quiz.calm") }) },
          {
            kind: "choose",
            options: item.options.map((o, k) => ({
              id: `o${k + 1}`,
              label: o.text,
              goto: o.right ? `right-${item.id}` : `notyet-${item.id}-${k + 1}`,
            })),
          },
        ],
      },
      {
        id: `right-${item.id}`,
        steps: [
          { kind: "record", what: "quiz-answered", ref, data: { right: true } },
          { kind: "say", progress, feedback: { right: true, text: app("quiz.right") }, text: item.why },
          ...remember,
          { kind: "choose", options: [on] },
        ],
      },
      ...item.options.flatMap((o, k): Draft[] =>
        o.right
          ? []
          : [
              {
                id: `notyet-${item.id}-${k + 1}`,
                steps: [
                  { kind: "record", what: "quiz-answered", ref, data: { right: false } },
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
  });
