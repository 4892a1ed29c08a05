import type { Event } from "../engine/events.ts";
import type { Facts, LessonProgress } from "../engine/facts.ts";

type Recorded = Extract<Event, { type: "recorded" }>;

const none: LessonProgress = { attempts: 0, best: 0, of: 0, passed: false, done: false };

/** A learner's progress after one more fact. Best scores stay, and passing is for good. */
export const progressed = (before: Facts["progress"], fact: Recorded): Facts["progress"] => {
  if (fact.ref === null) return before;
  const was = before[fact.ref] ?? none;
  switch (fact.what) {
    case "lesson-finished":
      return was.done ? before : { ...before, [fact.ref]: { ...was, done: true } };
    case "quiz-finished": {
      const score = Number(fact.data.score ?? 0);
      return {
        ...before,
        [fact.ref]: {
          ...was,
          attempts: was.attempts + 1,
          best: Math.max(was.best, score),
          of: Number(fact.data.of ?? was.of),
          passed: was.passed || fact.data.passed === true,
        },
      };
    }
    default:
      return before;
  }
};
