import type { Block, Choice, Progress } from "./block.ts";
import type { Person } from "./person.ts";
import type { Recorded } from "./records.ts";
import type { Text } from "./text.ts";

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
  | ({ readonly type: "recorded" } & Recorded)
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
  /** Of the topics offered for `text` this one was picked. */
  | { readonly type: "topic-chosen"; readonly text: string; readonly topic: string }
  | { readonly type: "failed"; readonly reason: string };

/** One move inside a flow, for statistics: where people stop. */
export type Segment = { readonly flow: string; readonly from: string; readonly to: string };
