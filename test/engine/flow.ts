import { Step } from "../../src/engine/definition/steps.ts";
import type { Definition } from "../../src/engine/definition.ts";

/** A small flow for one test, proven by the engine's own schema; the first state is where it starts. */
export const flow = (
  id: string,
  states: Record<string, readonly unknown[]>,
  version = "t1",
  checkpoints: readonly string[] = [],
): Definition => ({
  id,
  version,
  kind: "flow",
  title: { ns: "app", key: "literal", args: { text: id } },
  start: Object.keys(states)[0] ?? "",
  states: Object.fromEntries(
    Object.entries(states).map(([name, steps]) => [
      name,
      { id: name, steps: steps.map((s) => Step.parse(s)), checkpoint: checkpoints.includes(name) },
    ]),
  ),
});
