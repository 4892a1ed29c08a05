import type { Step } from "../engine/definition/steps.ts";
import type { Definition } from "../engine/definition.ts";
import type { Transition } from "../engine/transition.ts";

/** Where one state may lead. `asks` tells edges that pass a question from those that run on by themselves. */
export type Edge = { readonly state: string; readonly step: number; readonly to: Transition; readonly asks: boolean };

/** Every way out of every state, with the step that names it. */
export const edgesOf = (definition: Definition): readonly Edge[] =>
  Object.values(definition.states).flatMap((state) =>
    state.steps.flatMap((step, i) => waysOf(step).map((way) => ({ state: state.id, step: i, ...way }))),
  );

/** The step of a state after which nothing of it runs any more, or -1. */
export const leavesAt = (steps: readonly Step[]): number => steps.findIndex(leavesAlways);

type Way = { readonly to: Transition; readonly asks: boolean };

const waysOf = (step: Step): readonly Way[] => {
  switch (step.kind) {
    case "goto":
      return [{ to: { goto: step.to }, asks: false }];
    case "call":
      return [{ to: { call: step.flow }, asks: false }];
    case "when":
      return [step.then, step.else].map((to) => ({ to, asks: false }));
    case "ask":
      return [{ to: { goto: step.skip.goto }, asks: true }];
    case "choose":
      return [...step.options, ...(step.from ? [step.each ?? {}] : []), ...typedWays(step)].map((to) => ({
        to,
        asks: true,
      }));
    default:
      return [];
  }
};

const typedWays = ({ typed }: Extract<Step, { kind: "choose" }>): readonly Transition[] =>
  typed ? [typed.goto, typed.refused, typed.media].map((goto) => ({ goto })) : [];

const leavesAlways = (step: Step): boolean => {
  if (step.kind === "goto" || step.kind === "return" || step.kind === "end") return true;
  if (step.kind === "when") return leaves(step.then) && leaves(step.else);
  if (step.kind !== "choose") return false;
  const ways = waysOf(step);
  return ways.length > 0 && ways.every((w) => leaves(w.to));
};

/** A call comes back to the next step, and no transition at all is the next step. */
const leaves = (to: Transition): boolean =>
  to.goto !== undefined || to.return !== undefined || to.end !== undefined || to.visit !== undefined;
