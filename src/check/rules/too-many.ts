import { limits } from "../../engine/limits.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Numbers 1–5 belong to the question. Lists may be turned like pages; what an author wrote must be seen at once. */
export const tooMany: Rule = {
  id: "too-many",
  find: ({ library, scenes, place }) =>
    scenes().flatMap((s) => {
      const steps = library.definitions.get(s.flow)?.states[s.state]?.steps ?? [];
      const asked = steps.findIndex((step) => step.kind === "choose" && step.from === undefined);
      if (asked < 0 || !s.said.choices.some((c) => c.key === "more")) return [];
      return [
        at(place.state(s.flow, s.state, asked), "too-many", {
          vi: `trạng thái “${s.state}” có thể hiện hơn ${limits.choicesShown} lựa chọn một lúc; các số lớn hơn ${limits.choicesShown} đã có nghĩa riêng`,
          en: `more than ${limits.choicesShown} options can show at once in state "${s.state}"; numbers above ${limits.choicesShown} have fixed meanings`,
        }),
      ];
    }),
};
