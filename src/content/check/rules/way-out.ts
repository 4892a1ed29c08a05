import { at } from "../place.ts";
import type { Rule } from "../rule.ts";

/** A question always offers something: one that offers nothing (an empty list, options all hidden) is a trap. */
export const wayOut: Rule = {
  id: "way-out",
  find: ({ scenes, place }) =>
    scenes()
      .filter((s) => s.said.expects === "choice" && s.said.choices.length === 0)
      .map((s) =>
        at(
          place.state(s.flow, s.state),
          "way-out",
          `the question in state "${s.state}" can come up with nothing to choose; add an option or "person: true"`,
        ),
      ),
};
