import type { Bilingual } from "../../kit/bilingual.ts";
import { didYouMean } from "../../kit/did-you-mean.ts";
import { edgesOf } from "../graph.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Every goto and call leads somewhere: a missing one would drop people out of the flow without a word. */
export const target: Rule = {
  id: "target",
  find: ({ library, place, unread }) => {
    const flows = [...library.definitions.keys()];
    return [...library.definitions.values()].flatMap((d) => [
      ...(d.start in d.states
        ? []
        : [
            at(place.key(d.id, ["start"]), "target", {
              vi: `“${d.id}” bắt đầu ở “${d.start}”, nhưng không có trạng thái ấy${hint(d.start, Object.keys(d.states)).vi}`,
              en: `"${d.id}" starts at "${d.start}", but has no such state${hint(d.start, Object.keys(d.states)).en}`,
            }),
          ]),
      ...edgesOf(d).flatMap(({ state, step, to }) => {
        const where = place.state(d.id, state, step);
        if (to.goto !== undefined && !(to.goto in d.states))
          return [
            at(where, "target", {
              vi: `trạng thái “${state}” đi tới “${to.goto}”, nhưng “${d.id}” không có trạng thái ấy${hint(to.goto, Object.keys(d.states)).vi}`,
              en: `state "${state}" goes to "${to.goto}", but "${d.id}" has no such state${hint(to.goto, Object.keys(d.states)).en}`,
            }),
          ];
        const flow = to.call ?? to.visit;
        const called =
          flow !== undefined && !flow.startsWith("$") && !library.definitions.has(flow) && !unread.has(flow);
        return called
          ? [
              at(where, "target", {
                vi: `trạng thái “${state}” gọi kịch bản “${flow}”, nhưng không có kịch bản ấy${hint(flow ?? "", flows).vi}`,
                en: `state "${state}" calls the flow "${flow}", but there is no such flow${hint(flow ?? "", flows).en}`,
              }),
            ]
          : [];
      }),
    ]);
  },
};

const hint = (word: string, known: readonly string[]): Bilingual => {
  const meant = didYouMean(word, known);
  return meant ? { vi: `; có phải “${meant}”?`, en: `; did you mean "${meant}"?` } : { vi: "", en: "" };
};
