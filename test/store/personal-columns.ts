import type { Kind } from "../../src/people/terms.ts";
import type { DataSection } from "../../src/store/ports/downloads.ts";

/** What a table holds of people: where they read it themselves, what erasing makes of it, and which term ends it. */
export type Personal = {
  /** Sections of the download, or why it stands in none. */
  readonly shown: readonly DataSection[] | string;
  /** Erasing: no row of theirs is left, their columns are emptied, or why something stays. */
  readonly erased: "rows" | "columns" | string;
  /** Its term, "person": with the person it is about, or why it has none. */
  readonly term: Kind | "person" | string;
  /** Columns that hold an id or the words of a learner. */
  readonly of: readonly string[];
};

/** Every table of the house; of one that holds nothing of a resident, what it holds instead. */
export const tables: Readonly<Record<string, Personal | string>> = {
  learners: {
    shown: ["person", "progress"],
    erased: "columns",
    term: "learners",
    of: ["id", "name", "progress", "certificates"],
  },
  accounts: { shown: ["phones"], erased: "rows", term: "person", of: ["id", "chat", "learner"] },
  account_learners: { shown: ["phones"], erased: "rows", term: "person", of: ["account", "learner"] },
  sessions: { shown: ["standing"], erased: "rows", term: "unconsented", of: ["account", "learner", "session"] },
  timers: { shown: ["reminders"], erased: "rows", term: "person", of: ["account", "learner"] },
  learning_events: {
    shown: ["facts"],
    erased: "becomes nobody's: an id that leads nowhere",
    term: "person",
    of: ["learner", "account", "data"],
  },
  learner_marks: { shown: "made of facts by a trigger", erased: "follows the facts", term: "person", of: ["learner"] },
  learner_passes: { shown: "made of facts by a trigger", erased: "follows the facts", term: "person", of: ["learner"] },
  learner_answers: { shown: ["answers"], erased: "follows the facts", term: "person", of: ["learner", "answer"] },
  certificates: { shown: ["certificates"], erased: "rows", term: "person", of: ["learner", "name"] },
  team_members: { shown: ["team"], erased: "rows", term: "person", of: ["learner"] },
  team_villages: { shown: ["teamVillages"], erased: "rows", term: "person", of: ["learner"] },
  link_codes: { shown: ["codes"], erased: "rows", term: "codes", of: ["learner"] },
  downloads: { shown: ["downloads"], erased: "rows", term: "codes", of: ["learner", "account"] },
  joinings: { shown: ["joinings"], erased: "rows", term: "joinings", of: ["learner", "account", "former", "kept"] },
  tickets: {
    shown: ["tickets", "ticketsTaken"],
    erased: "columns",
    term: "tickets",
    of: ["learner", "account", "name", "text", "taken_by", "taken_learner"],
  },
  ticket_words: { shown: ["ticketWords"], erased: "rows", term: "words", of: ["text"] },
  question_askers: { shown: ["questions"], erased: "rows", term: "questions", of: ["learner", "account"] },
  questions: { shown: ["questions"], erased: "with the last who asked it", term: "questions", of: ["folded", "text"] },
  review_items: { shown: ["review"], erased: "rows", term: "person", of: ["learner"] },
  pushes: { shown: ["pushesSent"], erased: "columns", term: "person", of: ["by_learner"] },
  pushed: { shown: ["pushesReceived"], erased: "rows", term: "person", of: ["learner"] },
  outbox: { shown: ["messages"], erased: "columns", term: "bodies", of: ["account", "chat", "message"] },
  security_log: {
    shown: ["log"],
    erased: "stays: an id that leads nowhere, no name (0053)",
    term: "log",
    of: ["who", "about"],
  },
  // A key of a channel and when it came; which chat it was of stands nowhere.
  inbox: { shown: "names nobody", erased: "names nobody", term: "inbox", of: [] },
  invitations: {
    shown: "names nobody: whoever used one stands in team",
    erased: "names nobody",
    term: "codes",
    of: [],
  },
  alarm_chats: {
    shown: "of staff, on their own page",
    erased: "rows",
    term: "person",
    of: ["account"],
  },
  alarm_codes: { shown: "of staff", erased: "of staff", term: "codes", of: [] },
  alarms_told: "which official was told of which alarm, by the id of the official",
  staff_sessions: { shown: "of staff, on their own page", erased: "of staff", term: "staff", of: [] },
  staff_links: { shown: "of staff", erased: "of staff", term: "staff", of: [] },
  applied_migrations: "of the database itself",
  breaches: "a register the law asks for; what is private is refused in it",
  commune_changes: "settings of the commune and the official who changed them",
  communes: "settings of the commune",
  connections: "of channels",
  denominators: "figures of the commune, with their source and the official who entered them",
  flow_versions: "texts of the product",
  heartbeat: "of the process",
  phrases: "what staff teach the search; what is private is refused in it",
  possible_repeats: "a count",
  question_counts: "a count",
  report_drafts: {
    shown: "counts, and words of staff that were refused where they held something private",
    erased: "names nobody",
    term: "drafts",
    of: [],
  },
  report_editions: "as the drafts, frozen for good; who froze it is an official",
  search_choices: "words that were picked for a topic on two days, of nobody; what is private is not kept",
  search_choices_once: "a keyed hash and a day, of nobody",
  security_log_start: "where the log begins",
  staff: "officials",
  staff_devices: "browsers of officials",
  staff_recovery_codes: "of officials, hashed",
  uploads: "pictures of the product",
  villages: "places",
  zalo_consents: "of the official account",
  zalo_learnt: "which kinds of message Zalo takes",
  zalo_leases: "of the process",
  zalo_months: "counts",
  zalo_seeds: "of the official account",
  zalo_tokens: "of the official account, sealed",
};

/** Those that hold something of residents. */
export const personalTables: Readonly<Record<string, Personal>> = Object.fromEntries(
  Object.entries(tables).flatMap(([table, held]) => (typeof held === "string" ? [] : [[table, held]])),
);
