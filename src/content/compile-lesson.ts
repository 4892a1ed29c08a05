import { z } from "zod";
import { app, Text } from "../engine/text.ts";
import { type Card, SUMMARY_LOOKS } from "./card.ts";
import { dated, reviewEnds } from "./compile-dated.ts";
import { compileQuiz, QuizTexts } from "./compile-quiz.ts";
import { ScreenTexts, screenStates } from "./compile-screen.ts";
import { withinLesson } from "./compile-within.ts";
import { type Around, type Compiled, type Draft, onward, states } from "./compiled.ts";
import { extractTexts } from "./extract-texts.ts";
import { hashOf } from "./hash.ts";
import { lessonEnd } from "./lesson-end.ts";
import { openPages, pagesNamed } from "./open-pages.ts";
import { partsOf } from "./parts.ts";
import type { Lesson } from "./schema.ts";
import { summaryAlt, summaryName } from "./summary.ts";

const LessonTexts = z.object({
  title: Text,
  picture: Text,
  steps: z.array(ScreenTexts),
  quiz: QuizTexts,
  opens: z.record(z.string(), Text),
});

/** A lesson as a flow: its screens, its quiz, and the result. Finishing counts; passing gives the lesson; the last lesson of a track gives the certificate. */
export const compileLesson = (lesson: Lesson, around: Around): Compiled => {
  const opens = pagesNamed(lesson, around.pages);
  const parts = lesson.steps.map((step) => partsOf(step, around.measure));
  const version = hashOf({ compiler: 5, looks: SUMMARY_LOOKS, lesson, opens, parts });
  const id = `lesson:${lesson.id}`;
  const { value, texts } = extractTexts({ ...lesson, opens, picture: summaryAlt(lesson) }, `${id}@${version}`);
  const { title, picture, steps, quiz, opens: labels } = LessonTexts.parse(value);
  const cards = new Map<string, Card>();
  const firstQuestion = `q-${quiz.items[0]?.id}`;
  const screens = lesson.steps.flatMap((source, i) => {
    const [screen, following] = [steps[i], steps[i + 1]];
    const on = following
      ? onward(app("lesson.next", { n: i + 2 }), `s-${following.id}`)
      : onward(app("lesson.quiz", { n: quiz.items.length }), firstQuestion);
    return screen
      ? screenStates(source, screen, {
          progress: { unit: "step", at: i + 1, of: steps.length, title },
          cards,
          measure: around.measure,
          first: i === 0 ? [dated(lesson)] : [],
          last: [on],
        })
      : [];
  });
  const drafts: Draft[] = [
    {
      id: "begin",
      steps: [
        { kind: "set", var: "lesson", to: lesson.id },
        { kind: "set", var: "track", to: lesson.track },
        { kind: "set", var: "score", to: 0 },
        { kind: "set", var: "of", to: quiz.items.length },
        { kind: "set", var: "pass", to: lesson.quiz.pass },
        { kind: "record", what: "lesson-started", ref: lesson.id, data: {} },
        { kind: "remind", hours: 24 },
        { kind: "goto", to: `s-${steps[0]?.id}` },
      ],
    },
    ...screens,
    ...compileQuiz(lesson.id, title, quiz, "result"),
    ...lessonEnd(lesson.id, title, { id: summaryName(lesson), alt: picture }),
  ];
  return {
    definition: {
      id,
      version,
      kind: "lesson",
      title,
      start: "begin",
      states: states(openPages(drafts, texts, labels, around.pages)),
      reviewEnds: reviewEnds(lesson),
    },
    texts,
    cards,
    within: withinLesson(lesson, steps),
  };
};
