import { given } from "../given.ts";
import { at } from "../place.ts";
import type { Rule } from "../rule.ts";

/** The flows the engine opens by name are there: without one of them a command such as "dừng" would end in an apology. */
export const doors: Rule = {
  id: "doors",
  find: ({ library }) =>
    Object.keys(given)
      .filter((id) => !library.definitions.has(id))
      .map((id) =>
        at(
          { file: `flows/${id}.yaml`, line: 1 },
          "doors",
          `the engine opens the flow "${id}" by name, and it is missing`,
        ),
      ),
};
