import type { Database } from "../driver.ts";
import { inserting } from "../inserting.ts";
import type { Writer } from "./frame.ts";

/** A fact a figure stands on. Decided upstream: only of people who agreed, and never of children. */
export const learningEvent = (db: Database): Writer<"learning-event"> => {
  const insert = inserting(db, "learning_events", [
    "commune",
    "id",
    "learner",
    "village",
    "audience",
    "adult",
    "what",
    "ref",
    "data",
    "account",
    "at",
  ]);
  return (w, { loaded: { account, person }, now }) => {
    insert.run({
      commune: account.commune,
      id: w.id,
      learner: person.id,
      village: w.village,
      audience: w.audience,
      adult: 1,
      what: w.what,
      ref: w.ref,
      data: JSON.stringify(w.data),
      account: account.id,
      at: now,
    });
  };
};
