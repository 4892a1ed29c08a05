import type { Rule } from "../rule.ts";
import { warnAt } from "../source-lines.ts";

/** Long sentences are reported: someone of 68 reads them on a small phone, or has them read aloud. */
export const sentences: Rule = {
  id: "sentences",
  find: ({ texts }) =>
    texts().flatMap((t) =>
      t.words
        .split(/(?<=[.!?…:])\s+/u)
        .map((sentence) => sentence.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length)
        .filter((words) => words > most)
        .map((words) =>
          warnAt(t.where, "sentences", {
            vi: `có câu dài ${words} tiếng (${t.language}); ${most} là đủ`,
            en: `a sentence of ${words} words in "${t.language}"; ${most} are enough`,
          }),
        ),
    ),
};

const most = 25;
