import type { Rule } from "../rule.ts";
import { screensOf } from "../screens.ts";
import { at } from "../source-lines.ts";

/** Every source a screen, question or answer names is described at the top of its file, once. */
export const sources: Rule = {
  id: "sources",
  find: ({ library, place }) =>
    library.items.flatMap((item) => {
      const known = item.sources.map((s) => s.id);
      const of = `${item.kind}:${item.id}`;
      return [
        ...known.flatMap((id, i) =>
          known.indexOf(id) === i
            ? []
            : [
                at(place.key(of, ["sources", i]), "sources", {
                  vi: `nguồn “${id}” được mô tả hai lần`,
                  en: `the source "${id}" is described twice`,
                }),
              ],
        ),
        ...screensOf(item).flatMap((s) =>
          s.sources
            .filter((id) => !known.includes(id))
            .map((id) =>
              at(place.key(of, [...s.path, "sources"]), "sources", {
                vi: `“${s.id}” ghi nguồn “${id}”, nhưng phần đầu tệp không mô tả nguồn ấy`,
                en: `"${s.id}" names the source "${id}", which is not described at the top`,
              }),
            ),
        ),
      ];
    }),
};
