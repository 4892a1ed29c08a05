import { factsIn } from "../../content/ledger/fact-words.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A button calls the number its label says, and both are that of a fact: nobody reads one number and rings another. */
export const callNumber: Rule = {
  id: "call-number",
  find: ({ library, place }) =>
    library.items.flatMap((item) =>
      item.kind !== "safety"
        ? []
        : item.do_now.flatMap(({ call }, i) => {
            const held = call
              ? factsIn(call.label.vi).flatMap((name) => library.ledger.facts.get(name)?.holds ?? [])
              : [];
            const numbers = held.flatMap((h) => (h.unit === "phone" ? [String(h.value).replace(/\D/g, "")] : []));
            if (!call || (numbers.length > 0 && numbers.every((n) => n === call.number))) return [];
            return [
              at(place.key(`safety:${item.id}`, ["do_now", i, "call", "number"]), "call-number", {
                vi: `nút gọi ${call.number} phải ghi số ấy bằng một dữ kiện: {{fact:duong-day/…}}`,
                en: `the button calls ${call.number}; its label must say that number as a fact: {{fact:duong-day/…}}`,
              }),
            ];
          }),
    ),
};
