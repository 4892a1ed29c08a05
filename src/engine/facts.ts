/** What the conversation needs to know of the world, loaded once before the turn. Plain data, so a turn can be replayed. */
export type Facts = {
  readonly commune: CommuneFacts;
  readonly progress: Readonly<Record<string, LessonProgress>>;
  /** Everyone who learns on this account, in the order they joined. */
  readonly household: readonly { readonly id: string; readonly name: string | null }[];
  readonly certificates: readonly { readonly code: string; readonly track: string }[];
  /** What a typed or scanned code opens, when the input looked like one. */
  readonly code: CodeMeaning | null;
  /** The phone that came to this learner last by a link code, while it can be parted again. */
  readonly joined?: string | null;
  /** Requests for help and questions of this learner that are still kept. */
  readonly waiting?: { readonly tickets: number; readonly questions: number };
  /** For team members only. */
  readonly team: TeamFacts | null;
  /** What this very turn asked to have counted: counting on every turn would cost whoever has a big village seconds. */
  readonly pushes: readonly PushCount[];
  /** Looked up when this very turn asked for it. */
  readonly help?: HelpFacts;
};

export type CommuneFacts = {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  /** xóm, thôn or làng: the commune's own word. */
  readonly unit: string;
  readonly team: string;
  readonly movement: string;
  readonly villages: readonly { readonly id: string; readonly name: string; readonly code: string }[];
  /** What the commune offers to be spoken to in, Vietnamese first. */
  readonly languages: readonly string[];
  readonly publicUrl: string;
  /** What procedures cost here, by guide, as staff entered it: provinces set such fees, and each its own. */
  readonly fees?: Readonly<Record<string, { readonly says: string; readonly basis: string; readonly on: string }>>;
  readonly contacts: Contacts;
  /** Words that staff attached to a topic (`guide:vneid-cai-dat`), in the order they did. */
  readonly phrases: readonly Phrase[];
};

/** As staff entered them; what is null is not known, and never made up. */
export type Contacts = {
  readonly hotline: string | null;
  readonly counter: string | null;
  readonly police: string | null;
  /** When the counter is open, in the commune's own words. */
  readonly hours: string | null;
};
export const noContacts: Contacts = { hotline: null, counter: null, police: null, hours: null };

/** The number to call the commune by: its hotline, else its counter. */
export const phoneOf = ({ contacts }: CommuneFacts): string | null => contacts.hotline ?? contacts.counter;

export type Phrase = { readonly text: string; readonly topic: string };

export type LessonProgress = {
  readonly attempts: number;
  readonly best: number;
  readonly of: number;
  readonly passed: boolean;
  readonly done: boolean;
};

export type CodeMeaning =
  | { readonly opens: "village"; readonly village: string }
  | { readonly opens: "lesson" | "guide" | "safety" | "flow"; readonly id: string }
  | { readonly opens: "invitation"; readonly code: string; readonly village: string | null; readonly usable: boolean }
  /** One of the staff wants to be told of alarms here. `reached`: a chat that can be written to. */
  | { readonly opens: "alarms"; readonly code: string; readonly reached: boolean }
  | {
      readonly opens: "link";
      readonly code: string;
      readonly learner: string;
      readonly name: string | null;
      readonly village?: string | null;
      readonly lessons?: number;
      readonly usable: boolean;
    }
  /** A link code that came by an address somebody else may have made: it must be typed. */
  | { readonly opens: "typed-only" }
  /** A certificate somebody wants to check: anyone may, as on its public page. */
  | {
      readonly opens: "certificate";
      readonly code: string;
      readonly name: string;
      readonly track: string;
      readonly valid: boolean;
      /** Given out among sample data: the paper of nobody real. */
      readonly sample: boolean;
    }
  | { readonly opens: "nothing" };

/** Where somebody is of the community team: ids of villages, null for the whole commune. */
export type TeamFacts = { readonly places: readonly (string | null)[] };

/** What a turn must have counted before it can be decided. `version` is of the lesson as it stands now. */
export type PushAsked = { readonly lesson: string; readonly village: string; readonly version: string };

/** What must be looked up before a turn can be decided: whom a push would reach, or who hears a call for a person. */
export type Asked = ({ readonly of: "push" } & PushAsked) | { readonly of: "help" };

/**
 * Who would hear a call for a person now, and what became of the one before: `taker` has it, "" where nobody has yet;
 * `ticket` names this person's own while it is open. `from`: the time of day from which it is heard, "" where that is now.
 */
export type HelpFacts = {
  readonly told: number;
  readonly open: boolean;
  readonly taker: string;
  readonly ticket: string;
  /** One of somebody else that they have taken. */
  readonly helping: string;
  readonly from: string;
};

/** A call for a person, as a member of the team is told it. Where nothing is known it is null. */
export type TicketFacts = {
  readonly ticket: string;
  readonly whose: string | null;
  readonly village: string | null;
  readonly flow: string;
  readonly step: number | null;
  readonly steps: number | null;
  readonly words: string | null;
  readonly urgent: boolean;
  readonly minutes: number;
  /** The member who reads it took it before. */
  readonly mine: boolean;
  /** What whoever asked wrote to them; and whether something private of it was left at the door. */
  readonly said?: string | undefined;
  readonly heldBack?: boolean | undefined;
  /** It is theirs no more, and how that came. */
  readonly over?: string | undefined;
};

/** Whom a push of a lesson to a village would reach now, and whom not. */
export type PushCount = {
  readonly lesson: string;
  readonly village: string;
  /** Learners of the village who would get it: reachable, and nothing below holds of them. Null: the village or the right to send there is gone. */
  readonly eligible: number | null;
  readonly finished: number;
  readonly optedOut: number;
  /** Got this very lesson before; got as many this week as one may; have no phone of their own that takes messages. */
  readonly had: number;
  readonly full: number;
  readonly unreached: number;
  /** How many of the eligible it costs nothing to write to now, costs money, or who must write first. Left out where no channel makes a difference. */
  readonly windows?: { readonly free: number; readonly billed: number; readonly waiting: number } | undefined;
};

export const noFacts = (commune: CommuneFacts): Facts => ({
  commune,
  progress: {},
  household: [],
  certificates: [],
  code: null,
  team: null,
  pushes: [],
});
