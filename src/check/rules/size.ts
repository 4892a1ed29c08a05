import { limits } from "../../engine/limits.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A flow stays small enough to be read and translated. */
export const size: Rule = {
  id: "size",
  find: ({ library, place }) =>
    [...library.definitions.values()].flatMap((d) => {
      const states = Object.keys(d.states).length;
      return states > limits.statesPerFlow
        ? [
            at(place.key(d.id, ["id"]), "size", {
              vi: `“${d.id}” có ${states} trạng thái; quá ${limits.statesPerFlow} thì nên tách đôi`,
              en: `"${d.id}" has ${states} states; one with more than ${limits.statesPerFlow} should be two`,
            }),
          ]
        : [];
    }),
};
