import type { Block, Choice, Progress } from "./block.ts";
import type { Person } from "./person.ts";
import type { Text } from "./text.ts";

/**
 * Everything a flow may put on record. The names are the past tense of what happened; the turn decides what to write.
 * What each carries (ref · data):
 * consent-given – · {version} | lesson-started lesson · {} | quiz-answered "lesson/item" · {right} (first try only)
 * lesson-finished lesson · {} (all steps and the whole quiz gone through) | quiz-finished lesson · {score, of, passed}
 * certificate-earned track · {code, lesson} | guide-started, guide-finished guide · {} | guide-step-done, guide-stuck guide · {step, stuck?}
 * self-assessed question · {answer: yes | no | unsure} (what a person says of themselves; not learning)
 * safety-read topic · {} | learner-added, learner-switched – · {learner} | link-offered – · {code} | link-accepted – · {code, learner, same} | link-undone – · {link} | download-offered – · {code}
 * invitation-accepted – · {code} | push-confirmed lesson · {village, push, eligible} | push-opened, push-declined push · {lesson}
 * item-reviewed "lesson/item" · {right} (first try only) | review-started, review-stopped, review-declined – · {}
 * ticket-taken, ticket-kept, ticket-closed ticket · {}
 * opted-out, opted-in, data-shown, erased, consent-refused, consent-withdrawn, search-missed – · {}
 */
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
  "self-assessed",
  "certificate-earned",
  "learner-added",
  "learner-switched",
  "link-offered",
  "link-accepted",
  "link-undone",
  "download-offered",
  "invitation-accepted",
  "push-confirmed",
  "push-opened",
  "push-declined",
  "item-reviewed",
  "review-started",
  "review-stopped",
  "review-declined",
  "ticket-taken",
  "ticket-kept",
  "ticket-closed",
  "opted-out",
  "opted-in",
  "data-shown",
  "erased",
  "search-missed",
] as const;
export type RecordName = (typeof records)[number];

/** What must now happen outside: the engine decides, the turn writes. */
export type Event =
  | {
      readonly type: "message";
      readonly blocks: readonly Block[];
      readonly choices: readonly Choice[];
      readonly progress?: Progress | undefined;
      readonly echo?: Text | undefined;
      readonly expects: "choice" | "text" | "nothing";
    }
  | { readonly type: "person-changed"; readonly changes: Partial<Person> }
  | {
      readonly type: "recorded";
      readonly what: RecordName;
      readonly ref: string | null;
      readonly data: Readonly<Record<string, string | number | boolean | null>>;
    }
  | { readonly type: "timer-set"; readonly timer: string; readonly at: number }
  | {
      readonly type: "ticket-opened";
      readonly topic: string;
      readonly flow: string;
      readonly state: string;
      readonly urgent: boolean;
      readonly text: string | null;
      /** How far they were, where the flow says so: step 3 of 7. */
      readonly step: number | null;
      readonly steps: number | null;
    }
  /** Nobody answered it. `text` for staff to answer, null when it is only counted. */
  | { readonly type: "question-missed"; readonly text: string | null }
  | { readonly type: "failed"; readonly reason: string };

/** One move inside a flow, for statistics: where people stop. */
export type Segment = { readonly flow: string; readonly from: string; readonly to: string };
