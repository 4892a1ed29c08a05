import type { Block, Choice, Progress } from "./block.ts";
import type { Person } from "./person.ts";
import type { Text } from "./text.ts";

/** Everything a flow may put on record. The names are the past tense of what happened; the turn decides what to write. */
export const records = [
  "consent-given",
  "consent-refused",
  "consent-withdrawn",
  "lesson-started",
  "lesson-finished",
  "quiz-answered",
  "quiz-finished",
  "guide-started",
  "guide-step-done",
  "guide-stuck",
  "guide-finished",
  "safety-read",
  "certificate-earned",
  "learner-added",
  "learner-switched",
  "link-offered",
  "link-accepted",
  "invitation-accepted",
  "push-confirmed",
  "push-opened",
  "push-declined",
  "opted-out",
  "opted-in",
  "data-shown",
  "erased",
  "search-missed",
] as const;
export type RecordName = (typeof records)[number];

/** What must now happen outside: the engine decides, the turn writes. */
export type Event =
  | { readonly type: "message"; readonly blocks: readonly Block[]; readonly choices: readonly Choice[]; readonly progress?: Progress | undefined; readonly echo?: Text | undefined; readonly expects: "choice" | "text" | "nothing" }
  | { readonly type: "person-changed"; readonly changes: Partial<Person> }
  | { readonly type: "recorded"; readonly what: RecordName; readonly ref: string | null; readonly data: Readonly<Record<string, string | number | boolean | null>> }
  | { readonly type: "timer-set"; readonly timer: string; readonly at: number }
  | { readonly type: "ticket-opened"; readonly topic: string; readonly flow: string; readonly state: string; readonly urgent: boolean; readonly text: string | null }
  | { readonly type: "failed"; readonly reason: string };

/** One move inside a flow, for statistics: where people stop. */
export type Segment = { readonly flow: string; readonly from: string; readonly to: string };
