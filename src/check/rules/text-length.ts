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
        at(
          t.where,
          "text-length",
          `this text has ${t.words.length} characters in "${t.language}"; at most ${limits.textCharacters} fit`,
        ),
      ),
};
