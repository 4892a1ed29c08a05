import { edgesOf } from "../graph.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** Every goto and call leads somewhere: a missing one would drop people out of the flow without a word. */
export const target: Rule = {
  id: "target",
  find: ({ library, place }) =>
    [...library.definitions.values()].flatMap((d) => [
      ...(d.start in d.states
        ? []
        : [at(place.key(d.id, ["start"]), "target", `"${d.id}" starts at "${d.start}", but has no such state`)]),
      ...edgesOf(d).flatMap(({ state, step, to }) => {
        const where = place.state(d.id, state, step);
        if (to.goto !== undefined && !(to.goto in d.states))
          return [at(where, "target", `state "${state}" goes to "${to.goto}", but "${d.id}" has no such state`)];
        const called = to.call !== undefined && !to.call.startsWith("$") && !library.definitions.has(to.call);
        return called
          ? [at(where, "target", `state "${state}" calls the flow "${to.call}", but there is no such flow`)]
          : [];
      }),
    ]),
};
