import type { ReviewItem } from "../../learning/review.ts";
import type { Timer } from "../turn-store.ts";
import type { Database } from "./driver.ts";

export const timerReads = (db: Database) => {
  const due = db.prepare(
    "SELECT commune, id, account, learner, kind, token, due_at AS dueAt, push FROM timers WHERE due_at <= ? ORDER BY due_at LIMIT ?",
  );
  const toReview = db.prepare("SELECT item, version, box, at FROM review_items WHERE commune = ? AND learner = ?");
  return {
    /** Everything this learner is asked again, due or not. */
    toReview: ({ commune, learner }: Timer): readonly ReviewItem[] => toReview.all(commune, learner) as ReviewItem[], // the columns are named as the type
    due: (now: number, limit: number): readonly Timer[] => due.all(now, limit) as Timer[], // the columns are named as the type
  };
};
