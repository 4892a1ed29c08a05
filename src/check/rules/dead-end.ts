import { leavesAt } from "../graph.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/**
 * Steps that run out mean `return`: that is right in a flow that was called, and silence in the menu, which stands
 * under everything and has nowhere to return to. In content, which nobody reads as a program, it is never meant.
 */
export const deadEnd: Rule = {
  id: "dead-end",
  find: ({ library, place }) =>
    [...library.definitions.values()].flatMap((d) =>
      d.kind === "flow" && d.id !== "menu"
        ? []
        : Object.values(d.states)
            .filter((s) => leavesAt(s.steps) < 0)
            .map((s) =>
              at(place.state(d.id, s.id), "dead-end", {
                vi: `trạng thái “${s.id}” của “${d.id}” kết thúc mà không dẫn đi đâu; thêm goto hoặc một câu hỏi`,
                en: `state "${s.id}" of "${d.id}" ends without leading anywhere; give it a goto or a question`,
              }),
            ),
    ),
};
