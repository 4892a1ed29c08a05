import type { Env } from "./context.ts";
import { openContext, top } from "./context.ts";
import type { Facts } from "./facts.ts";
import type { Resume } from "./input.ts";
import { openCode } from "./open-code.ts";
import type { Person } from "./person.ts";
import { newSession } from "./session.ts";
import { advance, close, type Sprint } from "./sprint.ts";
import { fresh } from "./stack.ts";

/** First contact, or a new beginning. A stranger is greeted and asked for consent before anything else; a code opens what it names after that. */
export const start = (
  person: Person,
  trigger: Extract<Resume, { type: "open" }> | { readonly type: "hello" },
  facts: Facts,
  env: Env,
): Sprint => {
  const menu = env.flow(env.vocabulary.flows.menu);
  if (!menu) throw new Error("there is no menu flow");
  const ctx = openContext(person, newSession([fresh(menu.id, menu.version, menu.start)], env.now), facts, env);
  const onboarding = env.flow(env.vocabulary.flows.onboarding);
  const greeting = person.consent === "unasked" && onboarding ? onboarding : null;
  const first = greeting && fresh(greeting.id, greeting.version, greeting.start);
  if (first) ctx.session.runs.push(first);
  if (trigger.type === "open") openCode(ctx, trigger.code);
  // What the code opened waits below: nobody is led anywhere before they were asked.
  if (first && top(ctx).flow !== first.flow) ctx.session.runs.push(first);
  advance(ctx);
  return close(ctx);
};
