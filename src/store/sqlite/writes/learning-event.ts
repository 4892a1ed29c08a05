import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";

/** A fact a figure stands on. Decided upstream: only of people who agreed, and never of children. */
export const learningEvent = (db: Database): Writer<"learning-event"> => {
  const insert = db.prepare(
    "INSERT INTO learning_events (commune, id, learner, village, audience, adult, what, ref, data, account, at) VALUES (?,?,?,?,?,1,?,?,?,?,?)",
  );
  return (w, { loaded: { account, person }, now }) => {
    insert.run(
      account.commune,
      w.id,
      person.id,
      w.village,
      w.audience,
      w.what,
      w.ref,
      JSON.stringify(w.data),
      account.id,
      now,
    );
  };
};
