import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A question has exactly one right option: with none nobody passes, with two the second is called wrong by the score. */
export const quizRight: Rule = {
  id: "quiz-right",
  find: ({ library, place }) =>
    library.items.flatMap((item) =>
      item.kind !== "lesson"
        ? []
        : item.quiz.items.flatMap((q, i) => {
            const right = q.options.filter((o) => o.right).length;
            return right === 1
              ? []
              : [
                  at(place.key(`lesson:${item.id}`, ["quiz", "items", i]), "quiz-right", {
                    vi: `câu “${q.id}” có ${right} lựa chọn đúng; cần đúng một`,
                    en: `question "${q.id}" has ${right} right options; it needs exactly one`,
                  }),
                ];
          }),
    ),
};
