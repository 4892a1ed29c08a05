import type { Facts, LessonProgress } from "../engine/facts.ts";
import type { Recorded } from "../engine/records.ts";

const none: LessonProgress = { attempts: 0, best: 0, of: 0, passed: false, done: false };

/** A learner's progress after one more fact. Best scores stay, and passing is for good. */
export const progressed = (before: Facts["progress"], fact: Recorded): Facts["progress"] => {
  if (fact.what !== "lesson-finished" && fact.what !== "quiz-finished") return before;
  const was = before[fact.ref] ?? none;
  if (fact.what === "lesson-finished") return was.done ? before : { ...before, [fact.ref]: { ...was, done: true } };
  const { score, of, passed } = fact.data;
  const now = { attempts: was.attempts + 1, best: Math.max(was.best, score), of, passed: was.passed || passed };
  return { ...before, [fact.ref]: { ...was, ...now } };
};
