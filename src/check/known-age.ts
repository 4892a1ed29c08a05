import type { Step } from "../engine/definition/steps.ts";
import type { Definition } from "../engine/definition.ts";
import type { Transition } from "../engine/transition.ts";
import type { Guard } from "../product/guards.ts";

/** What is proven of the person: nothing; that they said they are 16 or more; and that they agreed to be remembered too. */
export type Known = 0 | 1 | 2;
export type At = { readonly flow: string; readonly state: string; readonly step: number; readonly known: Known };

/**
 * What is proven before each step of each flow, whichever way one came: the least over all of them. `doors` are entered
 * by anybody; every other flow knows only what all that call it know. A question proves nothing and takes nothing away:
 * what may change while somebody thinks about it is the engine's to refuse (src/engine/changes.ts).
 */
export const knownAges = (all: readonly Definition[], doors: (d: Definition) => boolean): readonly At[] => {
  const entry = new Map<string, Known>(all.map((d) => [d.id, doors(d) ? 0 : 2]));
  const after = afterCalls(all);
  const byId = new Map(all.map((d) => [d.id, d]));
  const todo = new Set(all);
  const before = new Map<string, readonly At[]>();
  for (const d of todo) {
    todo.delete(d);
    const { steps, calls } = through(d, entry.get(d.id) ?? 0, after);
    before.set(d.id, steps);
    for (const { flow, known } of calls) {
      const called = byId.get(flow);
      if (!called || known >= (entry.get(flow) ?? 0)) continue;
      entry.set(flow, known);
      todo.add(called);
    }
  }
  return [...before.values()].flat();
};

/** What a guard proves where it holds, and where it does not. */
const proves: Readonly<Partial<Record<string, readonly [holds: Known, not: Known]>>> = {
  "is-adult": [1, 0],
  "has-consent": [2, 0],
  "no-consent": [0, 2],
  "is-team": [2, 0],
  "not-team": [0, 2],
  "may-count": [2, 0],
  "track-complete": [2, 0],
  "review-unasked": [2, 0],
} satisfies Partial<Record<Guard, readonly [Known, Known]>>;

type Call = { readonly flow: string; readonly known: Known };
type After = (flow: string, known: Known) => Known;

const through = (d: Definition, entry: Known, after: After): { steps: readonly At[]; calls: readonly Call[] } => {
  const states = new Map<string, Known>([[d.start, entry]]);
  const todo = new Set([d.start]);
  const steps = new Map<string, At>();
  const calls: Call[] = [];
  for (const state of todo) {
    todo.delete(state);
    let known: Known | null = states.get(state) ?? 0;
    for (const [i, step] of (d.states[state]?.steps ?? []).entries()) {
      if (known === null) break;
      steps.set(`${state} ${i}`, { flow: d.id, state, step: i, known });
      const onward: (Known | null)[] = ways(step, known).map(({ to, known: k }) => {
        if (to.goto !== undefined) {
          if (k < (states.get(to.goto) ?? 3)) {
            states.set(to.goto, k);
            todo.add(to.goto);
          }
          return null;
        }
        if (to.call !== undefined) {
          calls.push({ flow: to.call, known: k });
          return after(to.call, k);
        }
        return to.return !== undefined || to.visit !== undefined || to.end ? null : k;
      });
      known = onward.reduce((least, k) => (least === null || (k !== null && k < least) ? k : least), null);
    }
  }
  return { steps: [...steps.values()], calls };
};

type Way = { readonly to: Transition; readonly known: Known };

const ways = (step: Step, known: Known): readonly Way[] => {
  switch (step.kind) {
    case "goto":
      return [{ to: { goto: step.to }, known }];
    case "call":
      return [{ to: { call: step.flow }, known }];
    case "return":
      return [{ to: { return: true }, known }];
    case "end":
      return [{ to: { end: true }, known }];
    case "when": {
      const [holds, not] = proves[step.is] ?? [0, 0];
      return [
        { to: step.then, known: most(known, holds) },
        { to: step.else, known: most(known, not) },
      ];
    }
    case "ask":
      return [
        { to: { goto: step.skip.goto }, known },
        { to: {}, known },
      ];
    case "choose":
      return [
        ...step.options.map((to) => ({
          to,
          known: most(known, (to.when === undefined ? undefined : proves[to.when]?.[0]) ?? 0),
        })),
        ...(step.from ? [{ to: step.each ?? {}, known }] : []),
      ];
    case "set":
      return [{ to: {}, known: set(step, known) }];
    default:
      return [{ to: {}, known }];
  }
};

const set = (step: Extract<Step, { kind: "set" }>, known: Known): Known => {
  if (step.person === "age") return 0;
  if (step.person !== "consent") return known;
  return step.to === "yes" && known > 0 ? 2 : 0;
};

const most = (a: Known, b: Known): Known => (a > b ? a : b);

/** A flow that changes the age or the consent, itself or in what it calls, leaves nothing proven behind. */
const afterCalls = (all: readonly Definition[]): After => {
  const steps = (d: Definition): readonly Step[] => Object.values(d.states).flatMap((s) => s.steps);
  const changing = new Set(
    all
      .filter((d) => steps(d).some((s) => s.kind === "set" && (s.person === "age" || s.person === "consent")))
      .map((d) => d.id),
  );
  const calling = (d: Definition): boolean =>
    steps(d).some((s) => ways(s, 0).some((w) => w.to.call !== undefined && changing.has(w.to.call)));
  for (let before = -1; before < changing.size; ) {
    before = changing.size;
    for (const d of all) if (calling(d)) changing.add(d.id);
  }
  return (flow, known) => (changing.has(flow) ? 0 : known);
};
