import { factsIn } from "../../content/ledger/fact-words.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** What a province or commune sets comes from its settings; a fee of the whole country is never marked as local. */
export const factLocal: Rule = {
  id: "fact-local",
  find: ({ library, place }) =>
    library.items.flatMap((item) => {
      if (item.kind !== "guide" || !item.after.local_fee) return [];
      const national = factsIn(item.after.fee.vi).filter((name) =>
        library.ledger.facts
          .get(name)
          ?.holds.some((h) => h.unit === "dong" && !(typeof h.value === "number" && h.value === 0)),
      );
      return national.map((name) =>
        at(place.key(`guide:${item.id}`, ["after", "local_fee"]), "fact-local", {
          vi: `lệ phí “${name}” là của cả nước: bỏ local_fee`,
          en: `the fee "${name}" is that of the whole country: take local_fee off`,
        }),
      );
    }),
};
