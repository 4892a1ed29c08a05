import { brought } from "../engine/brought.ts";
import type { Context } from "../engine/context.ts";
import { remembered } from "../engine/person.ts";

/** What may be asked of somebody who is remembered, in the order in which it helps them and the commune. */
type About = "village" | "work" | "name";

/**
 * The one thing to ask now. What somebody passed over comes again after another lesson, behind the others: asked for
 * the same thing every time they would stop answering.
 */
export const nextAbout = (ctx: Context): About | null => {
  const { person, facts } = ctx;
  if (!remembered(person)) return null;
  const missing: About[] = [];
  if (person.village === null && brought(ctx) === undefined && facts.commune.villages.length > 0)
    missing.push("village");
  if (person.audience === null) missing.push("work");
  if (person.name === null) missing.push("name");
  const finished = Object.values(facts.progress).filter((p) => p.done).length;
  return missing[finished % Math.max(1, missing.length)] ?? null;
};
