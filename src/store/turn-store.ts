import type { Inbound } from "../channels/inbound.ts";
import type { Message } from "../channels/message.ts";
import type { Inspected, Urgent } from "../engine/env.ts";
import type { Asked, Facts, LessonProgress, TicketFacts } from "../engine/facts.ts";
import type { Person } from "../engine/person.ts";
import type { Recorded } from "../engine/records.ts";
import type { Session } from "../engine/session.ts";
import type { Fault } from "../errors.ts";
import type { Clean } from "../kit/clean.ts";
import type { Result } from "../kit/result.ts";
import type { Quiet } from "../kit/vietnam-time.ts";
import type { ReviewItem } from "../learning/review.ts";
import type { OutboxRow, SentMark } from "./outbox.ts";

/** One thing that moves a conversation: a person wrote, or the clock did. `code` is what the words might name, in bare form; `seen` what stays of sensitive words: the tricks in them. */
export type Turn =
  | {
      readonly from: "person";
      readonly inbound: Inbound;
      readonly sensitive: boolean;
      readonly code: string | null;
      /** The code could open somebody. `slowed`: too many wrong ones came from here, so it is not looked up and the answer is that of a wrong one. */
      readonly tried?: "counted" | "slowed";
      readonly seen?: Inspected;
      /** What cannot wait in sensitive words, seen before they were left at the door. */
      readonly urgent?: Urgent;
    }
  | { readonly from: "clock"; readonly timer: Timer };

/** `token` is the sprint that set it: once the person has moved on it is stale. A push and a review carry none: the row itself is their fence. `linked` tells that a phone joined; its token names the joining. */
export type Timer = {
  readonly commune: string;
  readonly id: string;
  readonly account: string;
  readonly learner: string;
  readonly kind: "unfinished" | "push" | "review" | "linked" | TicketTimer;
  readonly token: string;
  readonly dueAt: number;
  readonly push: string | null;
};

/** About a call for a person: a bell for who may take it or has it, what became of it, what the other side wrote, nobody took it, and that for the staff. */
export type TicketTimer = "ticket" | "ticket-news" | "ticket-words" | "ticket-climb" | "ticket-staff";

/** A phone or browser, as one turn sees it. */
export type Account = {
  readonly commune: string;
  readonly id: string;
  readonly connection: string;
  readonly channel: string;
  readonly chat: string;
  readonly blockedAt: number | null;
  readonly seenAt: number;
};

/** Everything one turn may know, read in one go. `lesson` is the one a due push is about. */
export type Loaded = {
  readonly account: Account;
  readonly person: Person;
  readonly session: Session | null;
  /** There was a session that nobody can read any more: they are told, and begin anew. */
  readonly lost?: boolean;
  readonly facts: Facts;
  readonly quiet: readonly Quiet[];
  readonly lesson: string | null;
  /** What was pushed to them before: only read when a push is due. */
  readonly pushed?: readonly Pushed[];
  /** The call for a person a due timer is about. */
  readonly ticket?: TicketState | null;
  readonly review: ReviewPlan;
};

/** How a call for a person stands, as the learner of a due timer is to hear of it. */
export type TicketState = TicketFacts & {
  readonly status: "open" | "taken" | "done";
  /** Whoever has it or had it. */
  readonly taker: string | null;
  readonly result: TicketResult | null;
  readonly visit: boolean;
  /** How far it has been told: the village, all of the team, the staff. */
  readonly climbed: number;
  /** Whoever has it was asked whether they still help, and has not answered. */
  readonly reminded: boolean;
  /** The learner of the timer is who asked. */
  readonly asker: boolean;
  /** They have another call, of somebody who is waiting for their words. */
  readonly busy: boolean;
  /** How many of the team would hear of it beyond those who did. */
  readonly more: number;
  readonly updatedAt: number;
  /** What the other side wrote and they have not been told, oldest first; "" where something private went nowhere. */
  readonly untold: readonly { readonly n: number; readonly text: string }[];
};
export type TicketResult = "done" | "unreached" | "solved" | "gone";

export type Pushed = { readonly lesson: string; readonly version: string; readonly at: number };

/** When somebody is to be asked again, how often in a row they did not answer, and (read only when a review is due) what. */
export type ReviewPlan = {
  readonly at: number | null;
  readonly unanswered: number;
  readonly items: readonly ReviewItem[];
};

/** What one turn decided. The store writes it, all or nothing. */
export type Decision = {
  /** Null: the session is left as it is. */
  readonly session: Session | null;
  /** Null: nothing about the learner changed. */
  readonly learner: LearnerChange | null;
  readonly message: Message | null;
  readonly writes: readonly Write[];
  /** Not null: none of it is to be written; it is decided again with this counted. */
  readonly asks?: Asked | null;
  /** What an author must see to, kept with the update: the flow ended kindly, and wrongly. */
  readonly fault: Fault | null;
};

/** A person as a row may hold them. */
export type StoredPerson = Person & { readonly name: Clean | null };

export type LearnerChange = {
  readonly person: StoredPerson;
  readonly progress: Readonly<Record<string, LessonProgress>>;
  readonly certificates: Facts["certificates"];
  readonly consentVersion: string | null;
};

/** One row, or one set of rows, to write. Each kind has one file in `sqlite/writes/`. */
export type Write =
  | ({
      readonly write: "learning-event";
      readonly id: string;
      readonly village: string | null;
      readonly audience: string | null;
    } & Recorded)
  | { readonly write: "timer"; readonly kind: Timer["kind"]; readonly token: string; readonly dueAt: number }
  | { readonly write: "timer-postponed"; readonly to: number }
  | {
      readonly write: "ticket";
      readonly id: string;
      readonly name: Clean | null;
      readonly village: string | null;
      readonly topic: string;
      readonly flow: string;
      readonly state: string;
      readonly urgent: boolean;
      /** A telephone is what a person who asks to be called back leaves. */
      readonly text: Clean<"phone"> | null;
      readonly step: number | null;
      readonly steps: number | null;
    }
  | { readonly write: "ticket-taken"; readonly id: string }
  | { readonly write: "ticket-closed"; readonly id: string; readonly result: "done" | "unreached" }
  | { readonly write: "ticket-solved"; readonly id: string }
  | { readonly write: "ticket-visit"; readonly id: string }
  | { readonly write: "ticket-handed-on"; readonly id: string }
  | { readonly write: "ticket-given-back"; readonly id: string }
  /** To the other side. A telephone is what people give each other to be called; null: what was typed went nowhere. */
  | { readonly write: "ticket-said"; readonly id: string; readonly text: Clean<"phone"> | null }
  | { readonly write: "ticket-told"; readonly id: string; readonly upTo: number }
  | { readonly write: "ticket-reminded"; readonly id: string; readonly until: number }
  | { readonly write: "ticket-climbed"; readonly id: string; readonly to: number; readonly next: number | null }
  | { readonly write: "ticket-kept"; readonly id: string; readonly until: number }
  /** A question nobody answered. Of two people, and in other words of the same `key`, it is one row. */
  | { readonly write: "question"; readonly id: string; readonly text: Clean; readonly key: string }
  | { readonly write: "question-counted" }
  /** Which topic was picked for words that many say; of nobody. */
  | { readonly write: "search-choice"; readonly said: Clean; readonly topic: string }
  | {
      readonly write: "certificate";
      readonly code: string;
      readonly track: string;
      readonly name: Clean;
      readonly village: string | null;
      readonly right: number | null;
      readonly of: number | null;
      readonly language: string;
    }
  | { readonly write: "learner-added"; readonly id: string; readonly language: string }
  | { readonly write: "learner-switched"; readonly id: string }
  | { readonly write: "link-offered"; readonly code: string; readonly expiresAt: number }
  | { readonly write: "download-offered"; readonly code: string; readonly expiresAt: number }
  | { readonly write: "link-accepted"; readonly code: string; readonly same: boolean }
  | { readonly write: "link-undone"; readonly link: string }
  | { readonly write: "invitation-accepted"; readonly code: string; readonly replace: boolean }
  | { readonly write: "alarms-linked"; readonly code: string }
  | {
      readonly write: "push-confirmed";
      readonly id: string;
      readonly lesson: string;
      readonly version: string;
      readonly village: string | null;
    }
  | { readonly write: "push-skipped" }
  | { readonly write: "pushed"; readonly lesson: string; readonly version: string }
  /** `again`: in a review and not in its lesson. */
  | {
      readonly write: "review-item";
      readonly item: string;
      readonly version: string;
      readonly right: boolean;
      readonly again: boolean;
    }
  /** `unanswered` null: as it is. */
  | { readonly write: "review-planned"; readonly at: number | null; readonly unanswered: number | null }
  | { readonly write: "review-started"; readonly at: number }
  | { readonly write: "review-answered" }
  | { readonly write: "review-dropped"; readonly items: readonly string[] }
  | { readonly write: "unasked-stopped" }
  | { readonly write: "blocked"; readonly blocked: boolean }
  /** `anonymous` is whose the past becomes; null for a child, of whom nothing may have been kept. */
  | { readonly write: "withdrawn"; readonly anonymous: string | null }
  | { readonly write: "erased"; readonly anonymous: string }
  | { readonly write: "account-erased" };

/** Writes that stand on something which may be gone by now. Their writers say so, and the person hears it. */
export type Conditional =
  | "invitation-accepted"
  | "alarms-linked"
  | "link-accepted"
  | "link-undone"
  | "learner-switched"
  | "push-confirmed"
  | "ticket-taken"
  | "ticket-kept"
  | "ticket-visit"
  | "ticket-handed-on"
  | "ticket-closed"
  | "ticket-solved"
  | "ticket-said";
/** Why a write was not done; the person hears the sentence `undone.<why>`. */
export type Undone =
  | "invitation-used"
  | "alarms-used"
  | "link-used"
  | "joining-gone"
  | "learner-gone"
  | "push-not-allowed"
  | "push-nobody"
  | "ticket-gone"
  | "talk-over"
  | { readonly why: "ticket-taken"; readonly who: string };

/** The pure half of a turn. All three see only what they are given, so a batch can be run again. */
export type Decider = {
  readonly decide: (turn: Turn, loaded: Loaded, now: number) => Decision;
  /** Somebody else is learning on this account from now on: their greeting, or where they left off. */
  readonly arrive: (loaded: Loaded, now: number) => Decision;
  /** Something of what was decided could not be done, so nothing of it was: what they hear instead. */
  readonly undone: (why: Undone, loaded: Loaded, now: number) => Decision;
  /** One message of two: what was said last, then what the one who arrived is asked. */
  readonly join: (first: Message | null, second: Message | null) => Message | null;
  /** What a person hears when their turn failed. */
  readonly apologise: (person: Person | null) => Message;
};

/** A chat whose waiting messages from this priority on must not go out any more. */
export type StoppedChat = { readonly connection: string; readonly chat: string; readonly from: number };

/** `missed`: done, and the code it brought opens nothing. */
export type TurnOutcome = "done" | "missed" | "repeated" | "late" | "failed";

/** What came of a batch, once it is durable. `outcomes` stand in the order of the turns. */
export type Committed = {
  readonly outcomes: readonly Result<TurnOutcome>[];
  readonly said: readonly OutboxRow[];
  readonly stopped: readonly StoppedChat[];
  /** Whether the marks that came along are on the disk too. */
  readonly marked: boolean;
};

/** The hot half of the database. Whatever it answers is already on the disk. */
export type TurnStore = {
  /**
   * One transaction for the batch. A turn that throws is run again alone and its fault kept; the others do not notice.
   * `marks` of messages that went out ride along, because a synchronous commit of their own would cost a second sync.
   */
  readonly transact: (
    batch: readonly Turn[],
    decider: Decider,
    now: number,
    marks?: readonly SentMark[],
  ) => Promise<Committed>;
  /** Due timers, oldest first. */
  readonly dueTimers: (now: number, limit: number) => Promise<readonly Timer[]>;
};
