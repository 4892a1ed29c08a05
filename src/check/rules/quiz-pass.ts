import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** The pass mark can be reached. */
export const quizPass: Rule = {
  id: "quiz-pass",
  find: ({ library, place }) =>
    library.items.flatMap((item) =>
      item.kind === "lesson" && item.quiz.pass > item.quiz.items.length
        ? [
            at(place.key(`lesson:${item.id}`, ["quiz", "pass"]), "quiz-pass", {
              vi: `cần ${item.quiz.pass} câu đúng để đạt, mà chỉ có ${item.quiz.items.length} câu hỏi`,
              en: `${item.quiz.pass} right answers are needed to pass, but there are only ${item.quiz.items.length} questions`,
            }),
          ]
        : [],
    ),
};
