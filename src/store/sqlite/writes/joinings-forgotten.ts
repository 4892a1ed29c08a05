import type { Database } from "../driver.ts";

/**
 * What would part phones again holds a copy of a person. It goes with them, and so does that of everybody who was made
 * one with them before, over however many others.
 */
export const joiningsForgotten = (db: Database) => {
  const rows = db.prepare(
    `WITH RECURSIVE one(id) AS (
       SELECT @learner UNION SELECT j.former FROM joinings j JOIN one ON j.learner = one.id WHERE j.commune = @commune AND j.kept IS NOT NULL)
     DELETE FROM joinings WHERE commune = @commune AND (learner IN (SELECT id FROM one) OR former IN (SELECT id FROM one))`,
  );
  return (commune: string, learner: string): void => void rows.run({ commune, learner });
};
