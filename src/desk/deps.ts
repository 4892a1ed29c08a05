import type { ChannelWords, ConnectionState, Door } from "../channels/definition.ts";
import type { Message } from "../channels/message.ts";
import type { Topic } from "../content/topics.ts";
import type { Indicator } from "../indicator/service.ts";
import type { Bilingual, Language } from "../kit/bilingual.ts";
import type { Clean } from "../kit/clean.ts";
import type { Proof } from "../report/paper-file.ts";
import type { Report } from "../report/report.ts";
import type { AlarmChatStore, AlarmKind } from "../store/ports/alarms.ts";
import type { Audit } from "../store/ports/audit.ts";
import type { BreachStore } from "../store/ports/breaches.ts";
import type { CertificateStore } from "../store/ports/certificates.ts";
import type { CommuneStore } from "../store/ports/communes.ts";
import type { DenominatorStore } from "../store/ports/denominators.ts";
import type { PhraseStore } from "../store/ports/phrases.ts";
import type { PushStore } from "../store/ports/pushes.ts";
import type { Asker, QuestionStore } from "../store/ports/questions.ts";
import type { ReportStore } from "../store/ports/reports.ts";
import type { SearchChoiceStore } from "../store/ports/search-choices.ts";
import type { SecondFactorStore } from "../store/ports/second-factor.ts";
import type { SecurityLogStore } from "../store/ports/security-log.ts";
import type { StaffStore } from "../store/ports/staff.ts";
import type { StaffSessionStore } from "../store/ports/staff-sessions.ts";
import type { TeamStore } from "../store/ports/team.ts";
import type { TicketStore } from "../store/ports/tickets.ts";
import type { UnsentStore } from "../store/ports/unsent.ts";
import type { VillageStore } from "../store/ports/villages.ts";
import type { Sheet } from "../ui/column.ts";
import type { QrPath } from "../ui/qr-path.ts";

/** What the desk and the public pages need of the house. They call these; they never see a table. */
export type DeskDeps = {
  readonly store: DeskStore;
  readonly audit: Audit;
  readonly indicator: Indicator;
  readonly clock: () => number;
  readonly id: () => string;
  /** Unguessable, URL-safe, at least 128 bits. */
  readonly secret: () => string;
  readonly publicUrl: string;
  readonly qr: (text: string) => Promise<QrPath>;
  /** Style sheets of the pages, in order: tokens first. */
  readonly styles: { readonly desk: readonly string[]; readonly public: readonly string[] };
  /** What a lesson, guide or topic is called, or null when unknown. */
  readonly titleOf: (id: string, language: Language) => string | null;
  /** Everything that is taught: somebody answers for each, and a question can be attached to it. */
  readonly topics: readonly Topic[];
  /** True when a code typed into the chat already opens a lesson, guide or topic: a village cannot have it. */
  readonly opensContent: (code: string) => boolean;
  /** People say it when they mean something else: a number, a command. */
  readonly saidAnyway: (code: string) => boolean;
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
    answer: { readonly words: Clean<"phone" | "mail" | "number"> } | { readonly topic: string },
  ) => Message;
  /** Something was put into the outbox for these chats. */
  readonly said: (to: readonly { readonly connection: string; readonly chat: string }[]) => void;
  /** Every connection of the commune, the web page first. */
  readonly channels: (commune: string) => Promise<readonly ChannelState[]>;
  /** What a Zalo OA's terms allow towards somebody who was last there then: nothing to pay, to pay, or nothing at all. */
  readonly window: (seenAt: number, now: number) => "free" | "billed" | "closed";
  /** Where the commune's chats other than the web page are opened, for posters. */
  readonly doors: (commune: string) => readonly PosterDoor[];
  /** What a channel is called: `within` a sentence, and by itself. */
  readonly channelWords: (channel: string) => Pick<ChannelWords, "name" | "title" | "within">;
  /** A report as a Word file, made in a worker; with its proof when it is frozen. */
  readonly paper: (report: Report, proof: Proof | null) => Promise<Uint8Array>;
  /** Why a password is too easy to guess for whoever knows `about`; null where it is not. Found in a worker. */
  readonly tooWeak: (password: string, about: readonly string[]) => Promise<"short" | "guessable" | null>;
  /** A table as an Excel file, made in a worker. */
  readonly xlsx: (sheet: Sheet) => Promise<Uint8Array>;
  readonly backup: () => BackupState;
  /** Where the owner of a connection's account consents again, made anew each time; null when it has no such page. */
  readonly reconnect: (commune: string, connection: string) => Promise<string | null>;
};

/** An address that opens a channel, and what that is called: `title` in a list, `name` in the head of a column. */
export type PosterDoor = Door & Pick<ChannelWords, "title" | "name">;

/** How a connection stands. */
export type ChannelState = Omit<ConnectionState, "alarms"> & {
  readonly id: string;
  readonly channel: string;
  /** Of what is watched: what stands (it is among the warnings too), and what is seen to be well. */
  readonly alarms: readonly { readonly kind: AlarmKind; readonly stands: Bilingual | null }[];
  /** What its channel is called in a list. */
  readonly title: Bilingual;
  /** And before what is said of it. */
  readonly name: Bilingual;
  /** Messages about to leave, those kept until the person writes, and how many of 30 days may have gone twice. The web page fetches its own. */
  readonly outbox: { readonly queued: number; readonly held: number; readonly repeats: number } | null;
};

/** The nightly copy of everything. `failed`: the code of why the last try made none. */
export type BackupState = {
  /** Where they go; null: none are made. */
  readonly folder: string | null;
  /** When the newest was begun; null: there is none. */
  readonly last: number | null;
  readonly late: boolean;
  readonly failed: { readonly code: string; readonly cause: string } | null;
};

/** All that the desk may ask of the database. Whoever needs less takes the one port it needs. */
export type DeskStore = CommuneStore &
  VillageStore &
  TicketStore &
  QuestionStore &
  PhraseStore &
  SearchChoiceStore &
  DenominatorStore &
  TeamStore &
  PushStore &
  CertificateStore &
  StaffStore &
  SecondFactorStore &
  StaffSessionStore &
  SecurityLogStore &
  BreachStore &
  AlarmChatStore &
  UnsentStore &
  ReportStore;
