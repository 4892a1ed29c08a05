import type { Definition } from "../../engine/definition.ts";
import { entryFlows } from "../../product/entry-flows.ts";
import { edgesOf, leavesAt } from "../graph.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Every flow, state and step can be come to: what cannot is a mistake in a name, or text nobody will ever read. */
export const unreachable: Rule = {
  id: "unreachable",
  find: ({ library, place, unread }) => {
    const all = [...library.definitions.values()];
    // The questions of lessons are asked again by the clock, by the names it finds in the database.
    const called = new Set([
      ...Object.values(entryFlows),
      ...all.flatMap((d) => edgesOf(d).map((e) => e.to.call ?? e.to.visit ?? "")),
    ]);
    return all.flatMap((d) => [
      ...(d.kind !== "flow" || d.id.startsWith("review:") || called.has(d.id) || unread.size > 0
        ? []
        : [
            at(place.key(d.id, ["id"]), "unreachable", {
              vi: `không nơi nào gọi kịch bản “${d.id}”`,
              en: `nothing calls the flow "${d.id}"`,
            }),
          ]),
      ...statesOf(d).map((s) =>
        at(place.state(d.id, s), "unreachable", {
          vi: `không có đường nào tới trạng thái “${s}”`,
          en: `no way leads to the state "${s}"`,
        }),
      ),
      ...Object.values(d.states).flatMap((s) => {
        const last = leavesAt(s.steps);
        if (last < 0 || last === s.steps.length - 1) return [];
        return [
          at(place.state(d.id, s.id, last + 1), "unreachable", {
            vi: `ở trạng thái “${s.id}”, mọi thứ sau “${s.steps[last]?.kind}” này không bao giờ chạy`,
            en: `in state "${s.id}" nothing after this "${s.steps[last]?.kind}" is ever run`,
          }),
        ];
      }),
    ]);
  },
};

const statesOf = (d: Definition): readonly string[] => {
  const edges = edgesOf(d);
  const reached = new Set([d.start]);
  for (const state of reached)
    for (const e of edges) if (e.state === state && e.to.goto !== undefined) reached.add(e.to.goto);
  return Object.keys(d.states).filter((s) => !reached.has(s));
};
