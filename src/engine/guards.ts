import { z } from "zod";
import { had, helpful, lacked } from "./assessed.ts";
import { type Context, top } from "./context.ts";

/** Every question a flow may ask about the world, by name. A new guard is one line here and is at once known to the schema and the checker. */
export const guards = {
  "has-consent": (ctx) => ctx.person.consent === "yes",
  "consent-unasked": (ctx) => ctx.person.consent === "unasked",
  "has-village": (ctx) => ctx.person.village !== null,
  "no-village": (ctx) => ctx.person.village === null,
  "has-villages": (ctx) => ctx.facts.commune.villages.length > 0,
  "has-audience": (ctx) => ctx.person.audience !== null,
  "is-under-16": (ctx) => ctx.person.age === "under16",
  "has-bookmark": (ctx) => ctx.session.bookmarks.length > 0,
  "has-household": (ctx) => ctx.facts.household.length > 1,
  "is-team": (ctx) => ctx.person.role === "team",
  "not-team": (ctx) => ctx.person.role !== "team",
  "opted-out": (ctx) => ctx.person.optedOut,
  "not-opted-out": (ctx) => !ctx.person.optedOut,
  "has-certificate": (ctx) => ctx.facts.certificates.length > 0,
  /** The quiz of this run reached its pass mark, counting only first tries. */
  "quiz-passed": (ctx) => Number(top(ctx).vars.score ?? 0) >= Number(top(ctx).vars.pass ?? 0),
  /** With this lesson every lesson of its track is passed, and no certificate was given for it yet. */
  "track-complete": (ctx) => {
    const { lesson, track } = top(ctx).vars;
    const all = ctx.env.tracks.find((t) => t.id === track)?.lessons ?? [];
    const missing = all.filter((l) => l !== lesson && !ctx.facts.progress[l]?.passed);
    return (
      all.length > 0 &&
      missing.length === 0 &&
      ctx.person.consent === "yes" &&
      !ctx.facts.certificates.some((c) => c.track === track)
    );
  },
  "code-usable": (ctx) => top(ctx).vars.usable === true,
  "has-found": (ctx) => String(top(ctx).vars.found ?? "") !== "",
  "has-pushes": (ctx) => ctx.facts.pushes.some((p) => p.eligible > 0),
  "push-possible": (ctx) => Number(top(ctx).vars.eligible ?? 0) > 0,
  "no-consent": (ctx) => ctx.person.consent !== "yes",
  /** The lesson that just returned asked for the list of lessons. */
  "wants-lessons": (ctx) => top(ctx).vars.result === "lessons",
  "seen-dangerous": (ctx) => String(top(ctx).vars.seen ?? "").startsWith("dangerous"),
  "seen-suspicious": (ctx) => String(top(ctx).vars.seen ?? "").startsWith("suspicious"),
  /** The person let the commune count the answers of this run. */
  "may-count": (ctx) => top(ctx).vars.counted === true,
  "assessed-any-had": (ctx) => had(ctx).length > 0,
  "assessed-any-lacked": (ctx) => lacked(ctx).length > 0,
  "assessed-has-next": (ctx) => helpful(ctx) !== undefined,
  circling: (ctx) => top(ctx).vars.circling === true,
  "can-listen": (ctx) => ctx.env.capabilities.listen,
} satisfies Record<string, (ctx: Context) => boolean>;

export type Guard = keyof typeof guards;
// Object.keys loses the literal type; the keys are exactly those of `guards`.
export const GuardName = z.enum(Object.keys(guards) as [Guard, ...Guard[]]);
