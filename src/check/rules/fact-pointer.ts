import { factsIn } from "../../content/ledger/fact-words.ts";
import { didYouMean } from "../../kit/did-you-mean.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A text points only to facts that are there; a title or summary points to none: they are printed on lists and kept for years. */
export const factPointer: Rule = {
  id: "fact-pointer",
  find: ({ library, texts }) =>
    texts().flatMap((t) =>
      factsIn(t.words).flatMap((name) => {
        if (!library.ledger.facts.has(name)) {
          const meant = didYouMean(name, [...library.ledger.facts.keys()]);
          return [
            at(t.where, "fact-pointer", {
              vi: `không có dữ kiện “${name}” trong content/facts${meant ? `; có phải “${meant}”?` : ""}`,
              en: `there is no fact "${name}" in content/facts${meant ? `; did you mean "${meant}"?` : ""}`,
            }),
          ];
        }
        return t.key === "title" || t.key === "summary"
          ? [
              at(t.where, "fact-pointer", {
                vi: "tên và tóm tắt của bài không được trỏ tới dữ kiện",
                en: "the title and the summary of a topic point to no fact",
              }),
            ]
          : [];
      }),
    ),
};
