import { brought } from "../engine/brought.ts";
import { type Context, flowOf, top } from "../engine/context.ts";
import { phoneOf } from "../engine/facts.ts";
import { pageBelow } from "../engine/pages.ts";
import { adult, ageMissing, remembered } from "../engine/person.ts";
import { listVar, numberVar } from "../engine/session.ts";
import { nextAbout } from "./about.ts";
import { had, helpful, lacked } from "./assessed.ts";
import { localFee } from "./local-fee.ts";
import { lessonsLeft } from "./next-lesson.ts";
import { placesOf } from "./places.ts";

/** Every question a flow may ask about the world, by name. A new guard is one line here and is at once known to the schema and the checker. */
export const guards = {
  /** Agreed, and 16 or more: whoever agreed before the age was asked on every way is asked for it first. */
  "has-consent": (ctx) => remembered(ctx.person),
  "consent-unasked": (ctx) => ctx.person.consent === "unasked",
  "has-village": (ctx) => ctx.person.village !== null,
  "no-village": (ctx) => ctx.person.village === null,
  /** The code that brought them names where they live. */
  "came-with-village": (ctx) => brought(ctx) !== undefined,
  "has-villages": (ctx) => ctx.facts.commune.villages.length > 0,
  "has-name": (ctx) => ctx.person.name !== null,
  "has-audience": (ctx) => ctx.person.audience !== null,
  "is-under-16": (ctx) => ctx.person.age === "under16",
  "has-bookmark": (ctx) => ctx.session.bookmarks.length > 0,
  "has-household": (ctx) => ctx.facts.household.length > 1,
  "is-team": (ctx) => ctx.person.role === "team" && remembered(ctx.person),
  "not-team": (ctx) => ctx.person.role !== "team" || !remembered(ctx.person),
  "opted-out": (ctx) => ctx.person.optedOut,
  "not-opted-out": (ctx) => !ctx.person.optedOut,
  "has-certificate": (ctx) => ctx.facts.certificates.length > 0,
  /** The quiz of this run reached its pass mark, counting only first tries. */
  "quiz-passed": (ctx) => numberVar(top(ctx), "score") >= numberVar(top(ctx), "pass"),
  /** With this lesson every lesson of its track is passed, and no certificate was given for it yet. */
  "track-complete": (ctx) => {
    const { track } = top(ctx).vars;
    return (
      ctx.env.tracks.some((t) => t.id === track && t.lessons.length > 0) &&
      lessonsLeft(ctx) === 0 &&
      remembered(ctx.person) &&
      !ctx.facts.certificates.some((c) => c.track === track)
    );
  },
  /** Their place in the team covers what this invitation is for. */
  "invited-again": (ctx) => {
    const place = top(ctx).vars.village ?? null;
    return ctx.facts.team?.places.some((mine) => mine === null || mine === place) ?? false;
  },
  /** More lessons of the track are missing for its certificate, and it would be given. */
  "lessons-left": (ctx) => remembered(ctx.person) && lessonsLeft(ctx) > 0,
  "about-due": (ctx) => nextAbout(ctx) !== null,
  "about-village": (ctx) => nextAbout(ctx) === "village",
  "about-work": (ctx) => nextAbout(ctx) === "work",
  "about-name": (ctx) => nextAbout(ctx) === "name",
  "no-name": (ctx) => ctx.person.name === null,
  "code-usable": (ctx) => top(ctx).vars.usable === true,
  /** The code was typed in a chat that can be written to. */
  "can-be-told": (ctx) => top(ctx).vars.reached === true,
  "has-found": (ctx) => listVar(top(ctx), "found").length > 0,
  "has-places": (ctx) => placesOf(ctx).length > 0,
  "help-taken": (ctx) => String(top(ctx).vars.taker ?? "") !== "",
  "help-open": (ctx) => top(ctx).vars.open === true,
  "help-told": (ctx) => numberVar(top(ctx), "told") > 0,
  "ticket-mine": (ctx) => top(ctx).vars.mine === true,
  /** The clock asks about it, and not they themselves. */
  "ticket-asked-about": (ctx) => typeof top(ctx).vars.minutes === "number",
  "ticket-urgent": (ctx) => top(ctx).vars.urgent === true,
  "ticket-named": (ctx) => typeof top(ctx).vars.whose === "string",
  "ticket-village": (ctx) => ctx.facts.commune.villages.some((v) => v.id === top(ctx).vars.village),
  "ticket-place": (ctx) => typeof top(ctx).vars.stopped === "string" && typeof top(ctx).vars.step !== "number",
  "ticket-step": (ctx) => typeof top(ctx).vars.stopped === "string" && typeof top(ctx).vars.step === "number",
  "ticket-words": (ctx) => Boolean(top(ctx).vars.words),
  /** Somebody of the other side wrote; or typed something private, which went nowhere. */
  "ticket-said": (ctx) => Boolean(top(ctx).vars.said),
  "ticket-held-back": (ctx) => top(ctx).vars.heldBack === true,
  "ticket-cut": (ctx) => top(ctx).vars.cut === true,
  /** Whoever has it is no longer there to be written to, and how that came. */
  "ticket-over": (ctx) => Boolean(top(ctx).vars.over),
  "ticket-solved": (ctx) => top(ctx).vars.over === "solved",
  "ticket-handed-on": (ctx) => top(ctx).vars.over === "handed-on",
  "ticket-visit": (ctx) => top(ctx).vars.over === "visit",
  "ticket-unreached": (ctx) => top(ctx).vars.over === "unreached",
  /** A person has taken what they asked for, and can be written to. */
  "help-talking": (ctx) => Boolean(top(ctx).vars.ticket) && String(top(ctx).vars.taker ?? "") !== "",
  /** They have taken somebody else's. */
  "help-helping": (ctx) => Boolean(top(ctx).vars.helping),
  /** Some would hear it, and nobody is woken for it now. */
  "help-resting": (ctx) => String(top(ctx).vars.from ?? "") !== "" && numberVar(top(ctx), "told") > 0,
  "push-possible": (ctx) => numberVar(top(ctx), "eligible") > 0,
  /** Something went between the question and the answer: the lesson, the village, or the place in the team. */
  "push-gone": (ctx) => top(ctx).vars.eligible === null,
  "push-changed": (ctx) => top(ctx).vars.eligible !== top(ctx).vars.previewed,
  "push-some-finished": (ctx) => numberVar(top(ctx), "finished") > 0,
  "push-some-quiet": (ctx) => numberVar(top(ctx), "quiet") > 0,
  "push-some-had": (ctx) => numberVar(top(ctx), "had") > 0,
  "push-some-full": (ctx) => numberVar(top(ctx), "full") > 0,
  "push-some-unreached": (ctx) => numberVar(top(ctx), "unreached") > 0,
  "no-consent": (ctx) => !remembered(ctx.person),
  /** Agreed when the age was not yet asked. */
  "age-missing": (ctx) => ageMissing(ctx.person),
  "is-adult": (ctx) => adult(ctx.person),
  /** The lesson that just returned asked for the list of lessons. */
  "wants-lessons": (ctx) => top(ctx).vars.result === "lessons",
  "wants-later": (ctx) => top(ctx).vars.result === "later",
  "wants-no-more": (ctx) => top(ctx).vars.result === "no-more",
  "was-right": (ctx) => top(ctx).vars.result === "right",
  "some-right": (ctx) => numberVar(top(ctx), "right") > 0,
  "review-left": (ctx) => String(top(ctx).vars.item ?? "") !== "",
  "review-on": (ctx) => ctx.person.review === "yes",
  "review-paused": (ctx) => ctx.person.review === "paused",
  "review-may-wait": (ctx) => ctx.person.review === "later",
  /** Not asked yet, or put off once; and only somebody whose answers are remembered and who takes messages. */
  "review-unasked": (ctx) =>
    (ctx.person.review === "unasked" || ctx.person.review === "later") &&
    remembered(ctx.person) &&
    !ctx.person.optedOut,
  /** Something was looked at already. */
  "has-seen": (ctx) => listVar(top(ctx), "seen").length > 0,
  "seen-dangerous": (ctx) => listVar(top(ctx), "seen")[0] === "dangerous",
  "seen-suspicious": (ctx) => listVar(top(ctx), "seen")[0] === "suspicious",
  /** The person let the commune count the answers of this run. */
  "may-count": (ctx) => top(ctx).vars.counted === true && remembered(ctx.person),
  "assessed-any-had": (ctx) => had(ctx).length > 0,
  "assessed-any-lacked": (ctx) => lacked(ctx).length > 0,
  "assessed-has-next": (ctx) => helpful(ctx) !== undefined,
  /** What was found is only the nearest, not near enough to be the answer. */
  "found-unsure": (ctx) => top(ctx).vars.how === "unsure",
  /** One message asked for two things. */
  "found-both": (ctx) => top(ctx).vars.how === "both",
  /** The words of the question go to staff. */
  "has-question": (ctx) => Boolean(top(ctx).vars.asked),
  "has-phone": (ctx) => phoneOf(ctx.facts.commune) !== null,
  "has-hotline": (ctx) => ctx.facts.commune.contacts.hotline !== null,
  "has-counter": (ctx) => ctx.facts.commune.contacts.counter !== null,
  "has-police": (ctx) => ctx.facts.commune.contacts.police !== null,
  "has-hours": (ctx) => ctx.facts.commune.contacts.hours !== null,
  /** Some of those a push is for cost money, or cannot be written to now. */
  "push-has-windows": (ctx) => top(ctx).vars.free !== undefined && top(ctx).vars.free !== null,
  circling: (ctx) => top(ctx).vars.circling === true,
  /** The facts of this flow were not looked at again by their day. */
  "past-review": (ctx): boolean => ctx.env.now >= (flowOf(ctx, top(ctx))?.reviewEnds ?? Number.POSITIVE_INFINITY),
  /** Staff entered what this guide's procedure costs here. */
  "has-local-fee": (ctx) => localFee(ctx) !== undefined,
  "no-local-fee": (ctx) => localFee(ctx) === undefined,
  /** This page was opened from another that is not over. */
  "page-below": (ctx) => pageBelow(ctx) !== undefined,
  "no-page-below": (ctx) => pageBelow(ctx) === undefined,
  "can-listen": (ctx) => ctx.env.capabilities.listen,
} satisfies Record<string, (ctx: Context) => boolean>;

export type Guard = keyof typeof guards;
