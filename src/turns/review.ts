import type { Env } from "../engine/context.ts";
import { limits } from "../engine/limits.ts";
import { type Person, remembered } from "../engine/person.ts";
import type { Recorded } from "../engine/records.ts";
import { resume } from "../engine/resume.ts";
import { numberVar } from "../engine/session.ts";
import type { Sprint } from "../engine/sprint.ts";
import { start } from "../engine/start.ts";
import { dayMs, ignoredEnough, type ReviewItem, sitting } from "../learning/review.ts";
import type { Decision, Loaded, Write } from "../store/turn-store.ts";
import { forStorage } from "./for-storage.ts";
import { activeMs, laterMs, nothing, postponed } from "./postponed.ts";

/** For so long an unfinished lesson goes first: its own reminders come in these days, and one nudge a day is enough. */
const lessonFirstMs = 3 * dayMs;

/**
 * The clock says somebody may be asked again what they learnt. Whether they may be written to at all was looked at
 * before; `conclude` makes the decision of a sprint. The next time is set with the question, a day away, so nobody is
 * asked twice a day whatever becomes of this one.
 */
export const reviewDue = (loaded: Loaded, env: Env, conclude: (sprint: Sprint) => Decision): Decision => {
  const { account, person, session, review, facts } = loaded;
  const { now } = env;
  if (person.review !== "yes" || !remembered(person)) return nothing;
  if (review.unanswered >= ignoredEnough) return paused(loaded);
  // Negative after a clock was set back: then nothing is known of how lately they were there.
  const idle = now - Math.max(account.seenAt, session?.seenAt ?? 0);
  if (idle >= 0 && idle < activeMs) return postponed(now + laterMs);
  if (idle >= 0 && idle < lessonFirstMs && halfWay(loaded)) return postponed(now + dayMs);

  const gone = review.items.filter((i) => !stands(i, env));
  const dropped: Write[] = gone.length > 0 ? [{ write: "review-dropped", items: gone.map((i) => i.item) }] : [];
  const { ask, next } = sitting(
    review.items.filter((i) => stands(i, env)),
    now,
  );
  const wait: Decision = { ...nothing, writes: [...dropped, { write: "review-planned", at: next, unanswered: null }] };
  if (ask.length === 0) return wait;
  const before = session ?? start(person, { type: "hello" }, facts, env).session;
  const sprint = resume(person, before, { type: "review", items: ask.map((i) => i.item) }, facts, env);
  if ("rejected" in sprint) return wait;
  const asked = conclude(sprint);
  const planned: Write = { write: "review-planned", at: now + dayMs, unanswered: review.unanswered + 1 };
  return { ...asked, writes: [...asked.writes, ...dropped, planned] };
};

/**
 * A review whose time passed without a question is not lost: the phone was out of reach, in other hands, blocked. Once
 * the person writes again they are asked a quarter of an hour later, when they have done what they came for.
 */
export const overdue = (loaded: Loaded, person: Person, now: number): readonly Write[] =>
  person.review === "yes" &&
  !person.optedOut &&
  remembered(person) &&
  loaded.review.at !== null &&
  loaded.review.at <= now
    ? [{ write: "review-planned", at: now + laterMs, unanswered: null }]
    : [];

/** What an answer in a lesson or a review means for asking it again. Nothing is kept of those who did not agree to be asked. */
export const reviewWrites = (fact: Recorded, person: Person, { review }: Loaded, env: Env): readonly Write[] => {
  if (fact.what !== "quiz-answered" && fact.what !== "item-reviewed") return [];
  // An answer given while the questions rest is still an answer.
  if (!(person.review === "yes" || person.review === "paused") || !remembered(person)) return [];
  const version = env.flow(flowOf(fact.ref))?.version;
  if (version === undefined) return [];
  const again = fact.what === "item-reviewed";
  const item: Write = { write: "review-item", item: fact.ref, version, right: fact.data.right, again };
  if (again) return review.unanswered > 0 ? [item, { write: "review-answered" }] : [item];
  // Everything was known for good: there is something to ask again.
  return person.review === "yes" && review.at === null
    ? [item, { write: "review-planned", at: env.now + dayMs, unanswered: 0 }]
    : [item];
};

/** Asked twice and not a word: they are left in peace until they ask for it. */
const paused = ({ person, facts }: Loaded): Decision => ({
  ...nothing,
  learner: {
    person: forStorage({ ...person, review: "paused" }),
    progress: facts.progress,
    certificates: facts.certificates,
    consentVersion: null,
  },
  writes: [{ write: "review-planned", at: null, unanswered: 0 }],
});

/** Somewhere in an unfinished lesson, with a reminder of it still to come. */
const halfWay = ({ session }: Loaded): boolean =>
  session?.status === "waiting" &&
  session.runs.some((r) => typeof r.vars.remind === "number" && numberVar(r, "reminded") < limits.reminders);

const stands = (i: ReviewItem, env: Env): boolean => {
  const present = env.flow(flowOf(i.item))?.version;
  return present !== undefined && (i.version === "" || i.version === present);
};

const flowOf = (item: string): string => `review:${item}`;
