import type { Message } from "../channels/message.ts";
import type { Commune } from "../communes/schema.ts";
import type { Topic } from "../content/topics.ts";
import type { Indicator } from "../indicator/service.ts";
import type { Language } from "../kit/bilingual.ts";
import type { Asker } from "../support/answer.ts";
import type { CommuneSettings } from "./settings.ts";

/** What the desk and the public pages need of the house. They call these; they never see a table. */
export type DeskDeps = {
  readonly store: DeskStore;
  readonly indicator: Indicator;
  readonly clock: () => number;
  readonly id: () => string;
  /** Unguessable, URL-safe, at least 128 bits. */
  readonly secret: () => string;
  readonly publicUrl: string;
  /** Style sheets of the pages, in order: tokens first. */
  readonly styles: { readonly desk: readonly string[]; readonly public: readonly string[] };
  /** What a lesson, guide or topic is called, or null when unknown. */
  readonly titleOf: (id: string, language: Language) => string | null;
  /** Everything that is taught: somebody answers for each, and a question can be attached to it. */
  readonly topics: readonly Topic[];
  /** True when a code typed into the chat already opens a lesson, guide or topic: a village cannot have it. */
  readonly opensContent: (code: string) => boolean;
  /** What the chat would offer for a sentence now, best first, and whether it would be sure of it. */
  readonly searched: (
    commune: string,
    text: string,
  ) => { readonly found: readonly { readonly topic: string; readonly score: number }[]; readonly sure: boolean };
  /** The words an asker is sent: staff's own, or where to look. */
  readonly answerTo: (
    commune: string,
    to: Asker,
    question: string,
    answer: { readonly words: string } | { readonly topic: string },
  ) => Message;
  /** Something was put into the outbox for these chats. */
  readonly said: (to: readonly { readonly connection: string; readonly chat: string }[]) => void;
  /** Every connection of the commune, the web page first. */
  readonly channels: (commune: string) => Promise<readonly ChannelState[]>;
  /** Where the owner of a connection's account consents again, made anew each time; null when it has no such page. */
  readonly reconnect: (commune: string, connection: string) => Promise<string | null>;
};

export type Role = "admin" | "officer" | "viewer";
/** `commune` null: every commune. */
export type Staff = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly commune: string | null;
};

/** How a connection stands. What a channel does not have is null. */
export type ChannelState = {
  readonly id: string;
  readonly channel: "web" | "telegram" | "zalo-oa" | "zalo-bot";
  /** What a person must act on. Empty: nothing. */
  readonly warnings: readonly { readonly vi: string; readonly en: string }[];
  /** The owner's consent is missing or ends soon. */
  readonly reconnect: boolean;
  /** Whole days until the owner must consent again. */
  readonly daysLeft: number | null;
  /** Messages of this month. `budget`: how many may be billed, null when none may. */
  readonly month: { readonly free: number; readonly billed: number; readonly budget: number | null } | null;
  /** Calls whose signature did not hold; `at` = the last one, epoch ms. */
  readonly wrongSignatures: { readonly count: number; readonly at: number | null } | null;
  /** What is used of the plan; a limit of 0 is none. */
  readonly plan: {
    readonly people: number;
    readonly peopleOf: number;
    readonly messages: number;
    readonly messagesOf: number;
  } | null;
  /** Messages about to leave, and those kept until the person writes. The web page fetches its own. */
  readonly outbox: { readonly queued: number; readonly held: number } | null;
};

export type CommuneRow = { readonly commune: Commune; readonly settings: CommuneSettings };
export type VillageRow = {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly sample: boolean;
  readonly removed: boolean;
};
export type TicketRow = {
  readonly id: string;
  readonly name: string | null;
  readonly village: string | null;
  readonly topic: string;
  readonly text: string | null;
  readonly urgent: boolean;
  readonly status: "open" | "taken" | "done";
  readonly takenBy: string | null;
  readonly createdAt: number;
};
/** A question nobody answered, with everybody who asked it in the same words. */
export type QuestionRow = {
  readonly id: string;
  readonly text: string;
  readonly askers: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly villages: readonly string[];
  readonly channels: readonly ChannelState["channel"][];
};
/** A message to somebody who asked, as it stands in the outbox. */
export type Said = { readonly to: Asker; readonly message: Message };
export type PhraseRow = {
  readonly id: string;
  readonly text: string;
  readonly topic: string;
  readonly by: string;
  readonly at: number;
};
export type DenominatorEntry = {
  readonly population: string;
  readonly village: string | null;
  readonly value: number;
  readonly asOf: string;
  readonly source: string;
  readonly enteredBy: string;
  readonly enteredAt: number;
  readonly sample: boolean;
};
export type InvitationRow = {
  readonly code: string;
  readonly village: string | null;
  readonly expiresAt: number;
  readonly usesLeft: number;
};
export type MemberRow = {
  readonly learner: string;
  readonly name: string | null;
  readonly village: string | null;
  readonly since: number;
};
export type CertificateRow = {
  readonly commune: string;
  readonly code: string;
  readonly name: string;
  readonly track: string;
  readonly village: string | null;
  readonly scoreRight: number | null;
  readonly scoreOf: number | null;
  readonly sample: boolean;
  readonly issuedAt: number;
  readonly revokedAt: number | null;
};

/** A push and the rows behind its counts, as they stand now. */
export type PushRow = {
  readonly id: string;
  readonly lesson: string;
  readonly village: string | null;
  /** A team member by the name they go by, or staff; null once the member erased their data. */
  readonly by: { readonly member: string | null } | { readonly staff: string } | null;
  readonly at: number;
  readonly status: "running" | "done" | "cancelled";
  readonly planned: number;
  readonly skipped: number;
  /** Whose turn had not come when staff stopped it. */
  readonly stopped: number;
  /** Whose turn has not come. */
  readonly timers: number;
  /** Messages by status, with the code of the reason. */
  readonly messages: readonly { readonly as: string; readonly reason: string | null; readonly n: number }[];
  /** Learners who pressed "Học ngay"; those of them who finished the lesson after that; those who only pressed "Để sau". */
  readonly opened: number;
  readonly finished: number;
  readonly declined: number;
};

/** Who did it: every write leaves a line of audit in the same transaction. */
export type By = { readonly staff: string; readonly at: number; readonly from?: string | null };

export type DeskStore = {
  // Communes
  communes(): Promise<CommuneRow[]>;
  commune(code: string): Promise<CommuneRow | null>;
  /** True while a demo stands in the commune: its villages and figures are marked as sample. */
  hasSample(commune: string): Promise<boolean>;
  saveSettings(commune: string, settings: CommuneSettings, by: By): Promise<void>;

  // Villages
  villages(commune: string): Promise<VillageRow[]>;
  learnersByVillage(commune: string): Promise<ReadonlyMap<string, number>>;
  /** False when the code is taken, also by a removed village: it may still hang on a wall. */
  addVillage(commune: string, village: { id: string; name: string; code: string }, by: By): Promise<boolean>;
  renameVillage(commune: string, id: string, name: string, by: By): Promise<void>;
  removeVillage(commune: string, id: string, by: By): Promise<void>;

  // People asking for a person
  tickets(commune: string): Promise<TicketRow[]>;
  /** False when somebody else was first. */
  takeTicket(commune: string, id: string, by: By & { name: string }): Promise<boolean>;
  closeTicket(commune: string, id: string, by: By): Promise<boolean>;

  // Questions nobody answered
  /** Those most people asked first, then the oldest; at most `most`. */
  questions(commune: string, most: number): Promise<QuestionRow[]>;
  questionCount(commune: string): Promise<number>;
  /** How many questions of people who are not remembered went unanswered since a month (`2026-11`): their words are not kept. */
  questionsOfOthers(commune: string, month: string): Promise<number>;
  /** An open question with whom an answer goes to: everybody who asked and has not blocked us. */
  question(commune: string, id: string): Promise<{ readonly text: string; readonly askers: readonly Asker[] } | null>;
  /** Takes a question out of the queue and sends what is said to its askers. False when it is gone. */
  closeQuestion(
    commune: string,
    question: string,
    how: { readonly what: "answered" | "attached" | "dismissed"; readonly said: readonly Said[] },
    by: By,
  ): Promise<boolean>;
  /** Words attached to topics, the newest first. */
  phrases(commune: string): Promise<PhraseRow[]>;
  /** False when the same words are attached already. */
  addPhrase(
    commune: string,
    phrase: { id: string; folded: string; text: string; topic: string },
    by: By & { name: string },
  ): Promise<boolean>;
  removePhrase(commune: string, id: string, by: By): Promise<boolean>;

  // Entered figures
  denominators(commune: string): Promise<DenominatorEntry[]>;
  addDenominator(
    commune: string,
    row: { id: string; population: string; village: string | null; value: number; asOf: string; source: string },
    by: By & { name: string },
  ): Promise<void>;

  // The team
  invitations(commune: string, now: number): Promise<InvitationRow[]>;
  addInvitation(
    commune: string,
    row: { code: string; village: string | null; expiresAt: number; uses: number },
    by: By,
  ): Promise<void>;
  members(commune: string): Promise<MemberRow[]>;
  removeMember(commune: string, learner: string, by: By): Promise<void>;

  // Pushes
  /** Pushes begun in [from, to), the newest first, and whatever is still running. */
  pushes(commune: string, period: { from: number; to: number }): Promise<PushRow[]>;
  /** Ends a push: timers and messages that have not left. False when there was nothing left to stop. */
  cancelPush(commune: string, id: string, by: By): Promise<boolean>;

  // Certificates
  certificate(code: string): Promise<CertificateRow | null>;
  certificates(commune: string): Promise<CertificateRow[]>;
  revokeCertificate(commune: string, code: string, why: string, by: By): Promise<boolean>;

  // Staff. Secrets are stored as their SHA-256 only.
  staffByLogin(login: string): Promise<{ staff: Staff; password: string | null } | null>;
  staffCount(): Promise<number>;
  staffList(commune: string | null): Promise<Staff[]>;
  /** Makes the person and their one-time link. False when the login is taken. */
  addStaff(staff: Staff, link: { hash: string; expiresAt: number }, by: By): Promise<boolean>;
  addLink(staff: string, link: { hash: string; expiresAt: number }, by: By): Promise<void>;
  removeStaff(id: string, by: By): Promise<void>;
  staffByLink(hash: string, now: number): Promise<Staff | null>;
  /** Spends the link and sets the password; false when it was spent or is too old. All earlier sessions end. */
  spendLink(hash: string, password: string, by: By): Promise<boolean>;
  openSession(hash: string, staff: string, expiresAt: number, now: number): Promise<void>;
  session(hash: string, now: number): Promise<{ staff: Staff; expiresAt: number } | null>;
  extendSession(hash: string, expiresAt: number): Promise<void>;
  endSession(hash: string): Promise<void>;
};
