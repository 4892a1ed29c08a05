import type { ReviewItem } from "../../learning/review.ts";
import type { Pushed, Timer } from "../turn-store.ts";
import type { Database } from "./driver.ts";

export const timerReads = (db: Database) => {
  const due = db.prepare(
    "SELECT commune, id, account, learner, kind, token, due_at AS dueAt, push FROM timers WHERE due_at <= ? ORDER BY due_at LIMIT ?",
  );
  const toReview = db.prepare("SELECT item, version, box, at FROM review_items WHERE commune = ? AND learner = ?");
  const pushed = db.prepare("SELECT lesson, version, at FROM pushed WHERE commune = ? AND learner = ?");
  return {
    /** What was pushed to this learner before; of no interest to any other timer. */
    pushedTo: ({ commune, learner, kind }: Timer): readonly Pushed[] =>
      kind === "push" ? (pushed.all(commune, learner) as Pushed[]) : [], // the columns are named as the type
    /** Everything this learner is asked again, due or not. */
    toReview: ({ commune, learner }: Timer): readonly ReviewItem[] => toReview.all(commune, learner) as ReviewItem[], // the columns are named as the type
    due: (now: number, limit: number): readonly Timer[] => due.all(now, limit) as Timer[], // the columns are named as the type
  };
};
