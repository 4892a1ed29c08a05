import type { Fact } from "./fact.ts";
import type { Ledger } from "./ledger.ts";

/** Why somebody must look at a fact, the most pressing first. */
export type FactDue = {
  readonly name: string;
  readonly fact: Fact;
  readonly why: "overdue" | "ended" | "review" | "changes" | "ends" | "weak";
  /** The day it is about. */
  readonly day: string;
};

const order: readonly FactDue["why"][] = ["overdue", "ended", "ends", "changes", "review", "weak"];

/** What must be looked at by `until`: past its review, ended or ending with nothing after it, changing, standing on one weak source. */
export const dueFacts = (ledger: Ledger, today: string, until: string): readonly FactDue[] =>
  [...ledger.facts]
    .flatMap(([name, fact]) => reasons(fact, today, until).map(([why, day]): FactDue => ({ name, fact, why, day })))
    .toSorted((a, b) => order.indexOf(a.why) - order.indexOf(b.why) || a.day.localeCompare(b.day));

const reasons = (fact: Fact, today: string, until: string): readonly (readonly [FactDue["why"], string])[] => {
  const last = fact.holds.at(-1);
  const end = last?.valid_until;
  const changes = fact.holds.slice(0, -1).flatMap((h) => h.valid_until ?? []);
  const now = fact.holds.find((h) => (h.valid_from ?? "") <= today && today <= (h.valid_until ?? "9999-12-31"));
  return [
    ...(fact.review_by < today ? [["overdue", fact.review_by] as const] : []),
    ...(today <= fact.review_by && fact.review_by <= until ? [["review", fact.review_by] as const] : []),
    ...(end && end < today ? [["ended", end] as const] : []),
    ...(end && today <= end && end <= until ? [["ends", end] as const] : []),
    ...changes.filter((day) => today <= day && day <= until).map((day) => ["changes", day] as const),
    ...((now ?? last)?.source.confidence === "cao" || !last
      ? []
      : [["weak", (now ?? last).source.checked_on] as const]),
  ];
};
