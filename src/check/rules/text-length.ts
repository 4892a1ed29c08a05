import { limits } from "../../engine/limits.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** No single text is longer than the tightest channel leaves room for. */
export const textLength: Rule = {
  id: "text-length",
  find: ({ texts }) =>
    texts()
      .filter((t) => t.words.length > limits.textCharacters)
      .map((t) =>
        at(t.where, "text-length", {
          vi: `câu chữ này dài ${t.words.length} chữ cái (${t.language}); nhiều nhất ${limits.textCharacters}`,
          en: `this text has ${t.words.length} characters in "${t.language}"; at most ${limits.textCharacters} fit`,
        }),
      ),
};
