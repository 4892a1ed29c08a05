import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Every wrong option says why, kindly: "not right" alone teaches nobody anything. */
export const quizWhy: Rule = {
  id: "quiz-why",
  find: ({ library, place }) =>
    library.items.flatMap((item) =>
      item.kind !== "lesson"
        ? []
        : item.quiz.items.flatMap((q, i) =>
            q.options.flatMap((o, k) =>
              o.right || o.why
                ? []
                : [
                    at(place.key(`lesson:${item.id}`, ["quiz", "items", i, "options", k]), "quiz-why", {
                      vi: `lựa chọn sai “${o.text.vi}” của câu “${q.id}” chưa nói vì sao (why:)`,
                      en: `the wrong option "${o.text.vi}" of question "${q.id}" does not say why`,
                    }),
                  ],
            ),
          ),
    ),
};
