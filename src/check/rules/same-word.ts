import { fold } from "../../kit/text.ts";
import { optionWords } from "../option-words.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Two options of one question sound different also without diacritics: else the first would always be taken. */
export const sameWord: Rule = {
  id: "same-word",
  find: ({ library, shown, place }) =>
    shown().flatMap(({ scene, language, message }) => {
      // Names of people and villages are not an author's; they are told apart by their numbers.
      const words = optionWords(library, scene, message).filter((w) => !/^list:[^@]/.test(w.key));
      return words.flatMap(({ key, word }, i) => {
        const other = words.slice(0, i).find((w) => w.key !== key && fold(w.word) === fold(word));
        if (!other) return [];
        const says = {
          vi: `ở trạng thái “${scene.state}”, gõ “${word}” chọn cả “${other.key}” lẫn “${key}” (${language})`,
          en: `in state "${scene.state}" the options "${other.key}" and "${key}" are both chosen by "${word}" (${language})`,
        };
        return [at(place.state(scene.flow, scene.state), "same-word", says)];
      });
    }),
};
