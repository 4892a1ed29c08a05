import type { Generated } from "kysely";

/** The tables the desk and the reports read, as the migrations made them. Times are epoch ms, flags 0 or 1. */
export type Tables = {
  communes: { code: string; hash: string; seed: string; settings: Generated<string> };
  villages: {
    commune: string;
    id: string;
    name: string;
    code: string;
    sample: Generated<number>;
    removed_at: number | null;
  };
  learners: {
    commune: string;
    id: string;
    name: string | null;
    you: Generated<string>;
    language: Generated<string>;
    village: string | null;
    audience: string | null;
    age: string | null;
    role: Generated<string>;
    consent: Generated<string>;
    consent_version: string | null;
    consent_at: number | null;
    opted_out: Generated<number>;
    progress: Generated<string>;
    certificates: Generated<string>;
    sample: Generated<number>;
    created_at: number;
    erased_at: number | null;
  };
  learning_events: {
    commune: string;
    id: string;
    learner: string;
    village: string | null;
    audience: string | null;
    adult: number;
    what: string;
    ref: string | null;
    data: Generated<string>;
    account: string | null;
    at: number;
  };
  learner_marks: {
    commune: string;
    learner: string;
    last_at: number;
    last_id: string;
    village: string | null;
    audience: string | null;
    adult: number;
    finished_at: number | null;
    learned_at: number | null;
  };
  pushes: {
    commune: string;
    id: string;
    lesson: string;
    village: string | null;
    by_learner: string | null;
    by_staff: string | null;
    created_at: number;
    planned: number;
    skipped: Generated<number>;
    stopped: Generated<number>;
    status: string;
  };
  timers: {
    commune: string;
    id: string;
    account: string;
    learner: string;
    kind: string;
    token: string;
    due_at: number;
    push: string | null;
  };
  possible_repeats: { connection: string; day: number; n: number };
  outbox: {
    id: Generated<number>;
    commune: string;
    connection: string;
    account: string;
    chat: string;
    priority: number;
    message: string | null;
    status: string;
    attempts: Generated<number>;
    due_at: number;
    created_at: number;
    sent_at: number | null;
    external_id: string | null;
    reason: string | null;
    push: string | null;
  };
  certificates: {
    commune: string;
    code: string;
    learner: string;
    track: string;
    name: string;
    village: string | null;
    score_right: number | null;
    score_of: number | null;
    language: string;
    sample: Generated<number>;
    issued_at: number;
    revoked_at: number | null;
    revoked_why: string | null;
  };
  invitations: {
    commune: string;
    code: string;
    village: string | null;
    created_by: string;
    created_at: number;
    expires_at: number;
    uses_left: number;
    id: string | null;
    label: string | null;
  };
  team_members: { commune: string; learner: string; village: string | null; since: number; removed_at: number | null };
  tickets: {
    commune: string;
    id: string;
    learner: string | null;
    account: string;
    name: string | null;
    village: string | null;
    topic: string;
    flow: string;
    state: string;
    urgent: number;
    text: string | null;
    status: string;
    taken_by: string | null;
    created_at: number;
    updated_at: number;
  };
  questions: { commune: string; id: string; folded: string; text: string };
  question_askers: {
    commune: string;
    question: string;
    learner: string;
    account: string;
    channel: string;
    village: string | null;
    at: number;
  };
  question_counts: { commune: string; month: string; n: number };
  phrases: {
    commune: string;
    id: string;
    folded: string;
    text: string;
    topic: string;
    added_by: string;
    added_at: number;
  };
  accounts: {
    commune: string;
    id: string;
    connection: string;
    chat: string;
    learner: string;
    blocked_at: number | null;
    created_at: number;
    seen_at: number;
  };
  denominators: {
    commune: string;
    id: string;
    population: string;
    village: string | null;
    value: number;
    as_of: string;
    source: string;
    entered_by: string;
    entered_at: number;
    sample: Generated<number>;
  };
  staff: {
    id: string;
    commune: string | null;
    login: string;
    name: string;
    role: string;
    password: string | null;
    created_at: number;
    removed_at: number | null;
    totp: Generated<Buffer | null>;
    totp_step: Generated<number>;
  };
  staff_recovery_codes: { staff: string; hash: string; used_at: number | null };
  staff_devices: { hash: string; staff: string; seen_at: number };
  staff_links: { hash: string; staff: string; expires_at: number; used_at: number | null };
  staff_sessions: {
    hash: string;
    id: string;
    staff: string;
    stage: string;
    draft: Generated<Buffer | null>;
    created_at: number;
    seen_at: number;
    expires_at: number;
    ends_at: number;
    origin: string | null;
    device: string | null;
  };
  security_log: SecurityLog & { seq: number; hash: string };
  /** Where rows are put in; the trigger gives them their place in the chain. */
  security_log_next: SecurityLog;
  security_log_start: { one: number; seq: number; hash: string };
};

type SecurityLog = {
  commune: string | null;
  at: number;
  who: string;
  origin: string | null;
  what: string;
  about: string | null;
  before: string | null;
  after: string | null;
  times: number;
};
