import { factsTyped } from "../../content/ledger/typed.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/**
 * A number, day, hotline, law or site in a text of the content comes from the ledger, so that it is put right in one
 * place. What may be typed stands in content/typed.yaml with a reason, and is taken off there when it is gone.
 */
export const factTyped: Rule = {
  id: "fact-typed",
  find: ({ library, texts, allTexts, place, concerns }) => {
    const allowed = new Map<string, readonly string[]>();
    for (const { of } of library.typed)
      for (const [id, all] of Object.entries(of)) allowed.set(id, [...(allowed.get(id) ?? []), ...all]);
    const used = new Set<string>();
    const list = library.files.get("typed")?.file ?? "";
    // What stands in the list of exceptions is stale only if no text at all has it.
    const found = (concerns(list) ? allTexts() : texts())
      .filter((t) => /^(lesson|guide|safety):/.test(t.of))
      .flatMap((t) =>
        factsTyped(t.words, allowed.get(t.of)).flatMap(({ typed, phrase }) => {
          if (phrase !== undefined) {
            used.add(`${t.of} ${phrase}`);
            return [];
          }
          return [
            at(t.where, "fact-typed", {
              vi: `“${typed}” gõ thẳng trong bài: đưa vào content/facts, hoặc ghi lý do trong content/typed.yaml`,
              en: `"${typed}" is typed in the text: put it into content/facts, or give the reason in content/typed.yaml`,
            }),
          ];
        }),
      );
    const stale = !concerns(list)
      ? []
      : library.typed.flatMap(({ of }, i) =>
          Object.entries(of).flatMap(([id, all]) =>
            all
              .filter((typed) => library.definitions.has(id) && !used.has(`${id} ${typed}`))
              .map((typed) =>
                at(place.key("typed", ["typed", i, "of", id]), "fact-typed", {
                  vi: `“${typed}” không còn trong ${id}: bỏ khỏi content/typed.yaml`,
                  en: `"${typed}" is no longer in ${id}: take it off content/typed.yaml`,
                }),
              ),
          ),
        );
    return [...found, ...stale];
  },
};
