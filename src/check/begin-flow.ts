import { type Env, openContext } from "../engine/context.ts";
import type { Definition } from "../engine/definition.ts";
import { newSession } from "../engine/session.ts";
import { advance, close, type Sprint } from "../engine/sprint.ts";
import { fresh } from "../engine/stack.ts";
import { doorOf, entryFlows } from "../product/entry-flows.ts";
import type { Someone } from "./sample-people.ts";

/** The beginning of a flow, whichever it is, with the menu below it and what the engine would hand to it. */
export const beginFlow = (definition: Definition, who: Someone, env: Env): Sprint => {
  const menu = env.flow(entryFlows.menu);
  const below = menu && definition.id !== entryFlows.menu ? [fresh(menu.id, menu.version, menu.start)] : [];
  const vars = doorOf(definition.id)?.sample?.(who.facts, env) ?? {};
  const runs = [...below, fresh(definition.id, definition.version, definition.start, vars)];
  const ctx = openContext(who.person, newSession(runs, env.now), who.facts, env);
  advance(ctx);
  return close(ctx);
};
