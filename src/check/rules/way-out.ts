import type { Step } from "../../engine/definition/steps.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A question always offers something: one that offers nothing (an empty list, options all hidden) is a trap. */
export const wayOut: Rule = {
  id: "way-out",
  find: ({ library, scenes, place }) =>
    scenes()
      .filter((s) => s.said.expects === "choice" && s.said.choices.every((c) => c.key === "menu"))
      .filter((s) => !offersMenu(library.definitions.get(s.flow)?.states[s.state]?.steps ?? []))
      .map((s) => {
        const says = `the question in state "${s.state}" can come up with nothing to choose`;
        return at(place.state(s.flow, s.state), "way-out", {
          vi: `câu hỏi ở trạng thái “${s.state}” có lúc không còn gì để chọn; thêm một lựa chọn hoặc "person: true"`,
          en: `${says}; add an option or "person: true"`,
        });
      }),
};

/** Where nothing is offered the engine puts the menu there; an author may have done so too. */
const offersMenu = (steps: readonly Step[]): boolean =>
  steps.some((s) => s.kind === "choose" && s.options.some((o) => o.id === "menu"));
