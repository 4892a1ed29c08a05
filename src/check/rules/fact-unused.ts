import { factsIn } from "../../content/ledger/fact-words.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** A fact nobody says is not looked after either. */
export const factUnused: Rule = {
  id: "fact-unused",
  find: ({ library, allTexts, place, concerns }) => {
    if (![...library.files.values()].some((y) => y.file.startsWith("content/facts/") && concerns(y.file))) return [];
    const used = new Set(allTexts().flatMap((t) => factsIn(t.words)));
    return [...library.ledger.facts.keys()]
      .filter((name) => !used.has(name))
      .map((name) =>
        at(place.text({ ns: "fact", key: `${name}.safe` }), "fact-unused", {
          vi: `không bài nào nói tới dữ kiện “${name}”`,
          en: `no text says the fact "${name}"`,
        }),
      );
  },
};
