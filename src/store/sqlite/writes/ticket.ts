import type { Database } from "../driver.ts";
import type { Writer } from "./frame.ts";

export const ticket = (db: Database): Writer<"ticket"> => {
  const insert = db.prepare(
    "INSERT INTO tickets (commune, id, learner, account, name, village, topic, flow, state, urgent, text, status, created_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,'open',?,?)",
  );
  return (w, { loaded: { account, person }, now }) => {
    insert.run(
      account.commune,
      w.id,
      person.id,
      account.id,
      w.name,
      w.village,
      w.topic,
      w.flow,
      w.state,
      w.urgent ? 1 : 0,
      w.text,
      now,
      now,
    );
  };
};
