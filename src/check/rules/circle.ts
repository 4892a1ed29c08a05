import type { Step } from "../../engine/definition/steps.ts";
import type { Definition } from "../../engine/definition.ts";
import { type Edge, edgesOf } from "../graph.ts";
import type { Rule } from "../rule.ts";
import { at } from "../source-lines.ts";

/** No flow goes round without asking anything: the server would turn in it until the limit of steps, and say nothing. */
export const circle: Rule = {
  id: "circle",
  find: ({ library, place, scenes }) => {
    const turning = [...library.definitions.values()].flatMap((d) => {
      const state = turnsAt(d);
      return state === undefined
        ? []
        : [
            at(place.state(d.id, state), "circle", {
              vi: `từ trạng thái “${state}” kịch bản quay lại chính nó mà không hỏi gì`,
              en: `from state "${state}" the flow comes back to it without asking anything`,
            }),
          ];
    });
    const failed = scenes().flatMap((s) =>
      s.failed?.startsWith("more than")
        ? [
            at({ file: `flows/${s.flow}.yaml`, line: 1 }, "circle", {
              vi: `kịch bản chạy vòng: ${s.failed}`,
              en: s.failed,
            }),
          ]
        : [],
    );
    return turning.length > 0 ? turning : failed;
  },
};

/**
 * The first state from which its own way leads back without a question. A call is taken to ask nothing, except of a flow
 * only a variable names, such as one question after the other: whether that asks is seen by walking.
 */
const turnsAt = (d: Definition): string | undefined => {
  const silent = edgesOf(d).filter((e) => !e.asks && !d.states[e.state]?.steps.slice(0, e.step).some(asks));
  return Object.keys(d.states).find((s) => reach(silent, s).has(s));
};

const asks = (s: Step): boolean =>
  s.kind === "choose" || s.kind === "ask" || (s.kind === "call" && s.flow.startsWith("$"));

const reach = (edges: readonly Edge[], from: string): ReadonlySet<string> => {
  const reached = new Set<string>();
  const todo = [from];
  for (let s = todo.pop(); s !== undefined; s = todo.pop())
    for (const e of edges) {
      if (e.state !== s || e.to.goto === undefined || reached.has(e.to.goto)) continue;
      reached.add(e.to.goto);
      todo.push(e.to.goto);
    }
  return reached;
};
