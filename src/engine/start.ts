import type { Env } from "./context.ts";
import { openContext } from "./context.ts";
import type { Facts } from "./facts.ts";
import type { Resume } from "./input.ts";
import type { Person } from "./person.ts";
import { newSession } from "./session.ts";
import { advance, close, type Sprint } from "./sprint.ts";
import { fresh } from "./stack.ts";
import { app } from "./text.ts";

/**
 * First contact, or a new beginning. A stranger is greeted; a code opens at once what it names. Nobody is asked for
 * consent here: a lesson asks when there is something worth keeping.
 */
export const start = (
  person: Person,
  trigger: Extract<Resume, { type: "open" }> | { readonly type: "hello" },
  facts: Facts,
  env: Env,
): Sprint => {
  const menu = env.flow(env.vocabulary.flows.menu);
  if (!menu) throw new Error("there is no menu flow");
  const ctx = openContext(person, newSession([fresh(menu.id, menu.version, menu.start)], env.now), facts, env);
  const greeting = person.consent === "unasked" ? env.flow(env.vocabulary.flows.onboarding) : undefined;
  if (greeting) ctx.session.runs.push(fresh(greeting.id, greeting.version, greeting.start));
  const opened = trigger.type === "open" && env.vocabulary.openCode(ctx, trigger.code);
  // Led straight to a lesson, they hear in one sentence who speaks.
  if (opened && greeting) ctx.blocks.unshift({ kind: "text", text: app("hello") });
  advance(ctx);
  return close(ctx);
};
