import type { Kind } from "../../src/people/terms.ts";
import type { Section } from "../../src/store/ports/downloads.ts";

/** What a table holds of people: where they read it themselves, what erasing makes of it, and which term ends it. */
export type Personal = {
  /** Sections of the download, or why it stands in none. */
  readonly shown: readonly Section[] | string;
  /** Erasing: no row of theirs is left, their columns are emptied, or why something stays. */
  readonly erased: "rows" | "columns" | string;
  /** Its term, "person": with the person it is about, or why it has none. */
  readonly term: Kind | "person" | string;
  /** Columns that hold an id or the words of a learner. */
  readonly of: readonly string[];
};

/** Every table of the house. Null: nothing of a resident is in it. */
export const tables: Readonly<Record<string, Personal | null>> = {
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
  alarms_told: null,
  staff_sessions: { shown: "of staff, on their own page", erased: "of staff", term: "staff", of: [] },
  staff_links: { shown: "of staff", erased: "of staff", term: "staff", of: [] },
  applied_migrations: null,
  breaches: null,
  commune_changes: null,
  communes: null,
  connections: null,
  denominators: null,
  flow_versions: null,
  heartbeat: null,
  phrases: null,
  possible_repeats: null,
  question_counts: null,
  // Counts, and words of staff that were refused where they held something private; who kept or froze it is an official.
  report_drafts: null,
  report_editions: null,
  search_choices: null,
  security_log_start: null,
  staff: null,
  staff_devices: null,
  staff_recovery_codes: null,
  uploads: null,
  villages: null,
  zalo_consents: null,
  zalo_learnt: null,
  zalo_leases: null,
  zalo_months: null,
  zalo_seeds: null,
  zalo_tokens: null,
};
