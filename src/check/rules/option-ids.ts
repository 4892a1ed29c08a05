import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Some ids are keys of the engine's own buttons; an option with such an id would never be chosen. */
export const optionIds: Rule = {
  id: "option-ids",
  find: ({ library, place }) =>
    [...library.definitions.values()].flatMap((d) =>
      Object.values(d.states).flatMap((s) =>
        s.steps.flatMap((step, i) => {
          if (step.kind !== "choose") return [];
          const ids = step.options.map((o) => o.id);
          const where = place.state(d.id, s.id, i);
          return [
            ...ids
              .filter((id) => id === "person" || id === "more" || /^(list:|\/|#)/.test(id))
              .map((id) =>
                at(where, "option-ids", {
                  vi: `“${id}” là từ riêng của máy; hãy đặt id khác cho lựa chọn`,
                  en: `"${id}" is a key of the engine itself; give the option another id`,
                }),
              ),
            ...ids
              .filter((id, k) => ids.indexOf(id) !== k)
              .map((id) =>
                at(where, "option-ids", { vi: `hai lựa chọn cùng id “${id}”`, en: `two options have the id "${id}"` }),
              ),
          ];
        }),
      ),
    ),
};
