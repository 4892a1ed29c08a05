import type { LearnerChange } from "../turn-store.ts";
import { auditRow } from "./audit-row.ts";
import type { Database } from "./driver.ts";
import type { Frame } from "./writes/frame.ts";

/**
 * Rows of the security log for a yes and for an age that was said anew, in the transaction that keeps them. That
 * somebody is a child is never written down: what was kept of them goes, and the row of that is all there is.
 */
export const consentNotes = (db: Database) => {
  const audit = auditRow(db);
  return ({ loaded: { account, person }, now }: Frame, { person: p, consentVersion }: LearnerChange): void => {
    const { commune } = account;
    const seen = { who: `learner:${person.id}`, from: null, at: now } as const;
    if (consentVersion !== null)
      audit({ what: "consent-given", commune, about: p.id, after: { version: consentVersion } }, seen);
    const [before, age] = [person.age, p.age];
    if (before !== null && age !== null && before !== age && before !== "under16" && age !== "under16")
      audit({ what: "age-corrected", commune, about: p.id, before: { age: before }, after: { age } }, seen);
  };
};
