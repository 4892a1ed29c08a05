import { z } from "zod";
import { app, Text } from "../engine/text.ts";
import { QuizTexts, questionStates } from "./compile-quiz.ts";
import { type Compiled, onward, states } from "./compiled.ts";
import { extractTexts } from "./extract-texts.ts";
import { hashOf } from "./hash.ts";
import type { Lesson } from "./schema.ts";

const ItemTexts = z.object({ title: Text, quiz: QuizTexts });

/**
 * Every question of a lesson as a small flow of its own, `review:<lesson>/<question>`, to be asked again weeks later.
 * Its version is that of the question, not of the lesson: checking a lesson's sources again must not make everybody
 * forget what they were to be asked.
 */
export const compileReview = (lesson: Lesson): readonly Compiled[] =>
  lesson.quiz.items.map((item) => {
    // `quiz.items` keeps the names its texts have in the lesson, so that a fault is shown at the author's line.
    const content = { title: lesson.title, quiz: { items: [item] } };
    const version = hashOf({ compiler: 1, content });
    const id = `review:${lesson.id}/${item.id}`;
    const { value, texts } = extractTexts(content, `${id}@${version}`);
    const { title, quiz } = ItemTexts.parse(value);
    const drafts = [
      {
        id: "begin",
        steps: [
          { kind: "set" as const, var: "pass", to: 1 },
          { kind: "goto" as const, to: `q-${item.id}` },
        ],
      },
      ...quiz.items.flatMap((question) =>
        questionStates(question, {
          lesson: lesson.id,
          what: "item-reviewed",
          progress: { unit: "question", at: "$at", of: "$of", title },
          calm: undefined,
          on: onward(app("review.on"), "done"),
          ways,
        }),
      ),
      {
        id: "done",
        steps: [
          {
            kind: "when" as const,
            is: "quiz-passed" as const,
            then: { return: "right" },
            else: { return: "done" },
          },
        ],
      },
    ];
    const definition = { id, version, kind: "flow" as const, title, start: "begin", states: states(drafts) };
    return { definition, texts, cards: new Map() };
  });

/** On every question: whoever has no time now, or ever, says so in one press. */
const ways = [
  { id: "later", label: app("review.later"), style: "quiet" as const, words: ["sau", "later"], return: "later" },
  { id: "no-more", label: app("review.no-more"), style: "quiet" as const, return: "no-more" },
];
