import type { Generated } from "kysely";

/** Every table as the migrations made it. Times are epoch ms, flags 0 or 1. Written by `npm run tables`; do not edit. */
export type Tables = {
  account_learners: {
    commune: string;
    account: string;
    learner: string;
    since: number;
    by_link: Generated<number>;
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
  alarm_chats: {
    commune: string;
    account: string;
    staff: string;
    since: number;
  };
  alarm_codes: {
    code: string;
    commune: string;
    staff: string;
    expires_at: number;
  };
  alarms_told: {
    staff: string;
    connection: string;
    kind: string;
    told_at: number;
    clear_since: number | null;
    over_at: number | null;
  };
  breaches: {
    id: string;
    commune: string | null;
    found_at: number;
    what: string;
    data: string;
    people: number | null;
    done: Generated<string>;
    authority_told_at: number | null;
    people_told_at: number | null;
    closed_at: number | null;
    noted_at: number;
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
  commune_changes: {
    commune: string;
    n: number;
  };
  communes: {
    code: string;
    hash: string;
    seed: string;
    settings: Generated<string>;
  };
  connections: {
    id: string;
    commune: string;
    channel: string;
    settings: Generated<string>;
    newest_at: number | null;
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
  downloads: {
    code: string;
    commune: string;
    learner: string;
    account: string;
    stage: string;
    expires_at: number;
    used_at: number | null;
  };
  flow_versions: {
    flow: string;
    version: string;
    definition: string;
    texts: string;
    first_seen_at: number;
  };
  heartbeat: {
    id: Generated<number>;
    at: number;
  };
  inbox: {
    connection: string;
    key: string;
    at: number;
    fault: string | null;
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
  joinings: {
    commune: string;
    id: string;
    learner: string;
    account: string;
    former: string;
    kept: string | null;
    at: number;
  };
  learner_answers: {
    commune: string;
    learner: string;
    question: string;
    answer: string | null;
    at: number;
    id: string;
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
  learner_passes: {
    commune: string;
    learner: string;
    lesson: string;
    at: number;
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
    review: Generated<string>;
    review_at: number | null;
    review_unanswered: Generated<number>;
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
  link_codes: {
    commune: string;
    code: string;
    learner: string;
    expires_at: number;
    used_at: number | null;
  };
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
    code: Generated<string | null>;
    ticket: string | null;
  };
  phrases: {
    commune: string;
    id: string;
    folded: string;
    text: string;
    topic: string;
    added_by: string;
    added_at: number;
  };
  possible_repeats: {
    connection: string;
    day: number;
    n: number;
  };
  pushed: {
    commune: string;
    learner: string;
    push: string;
    lesson: string;
    version: string;
    at: number;
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
    status: string;
    stopped: Generated<number>;
  };
  question_askers: {
    commune: string;
    question: string;
    learner: string;
    account: string;
    channel: string;
    village: string | null;
    at: number;
  };
  question_counts: {
    commune: string;
    month: string;
    n: number;
  };
  questions: {
    commune: string;
    id: string;
    folded: string;
    text: string;
  };
  report_drafts: {
    commune: string;
    period: string;
    duty: string;
    texts: string;
    kept_by: string;
    kept_at: number;
  };
  report_editions: {
    commune: string;
    period: string;
    duty: string;
    number: number;
    hash: string;
    edition: string;
    frozen_by: string;
    frozen_at: number;
  };
  review_items: {
    commune: string;
    learner: string;
    item: string;
    version: string;
    box: number;
    at: number;
  };
  search_choices: {
    commune: string;
    said: string;
    topic: string;
    days: number;
    last_day: number;
  };
  search_choices_once: {
    commune: string;
    key: string;
    day: number;
  };
  security_log: {
    seq: Generated<number>;
    commune: string | null;
    at: number;
    who: string;
    origin: string | null;
    what: string;
    about: string | null;
    before: string | null;
    after: string | null;
    times: number;
    hash: string;
  };
  security_log_start: {
    one: Generated<number>;
    seq: number;
    hash: string;
  };
  sessions: {
    commune: string;
    account: string;
    learner: string;
    session: string;
    token: string;
    updated_at: number;
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
    totp: Buffer | null;
    totp_step: Generated<number>;
    villages: string | null;
  };
  staff_devices: {
    hash: string;
    staff: string;
    seen_at: number;
  };
  staff_links: {
    hash: string;
    staff: string;
    expires_at: number;
    used_at: number | null;
  };
  staff_recovery_codes: {
    staff: string;
    hash: string;
    used_at: number | null;
  };
  staff_sessions: {
    hash: string;
    id: string;
    staff: string;
    stage: string;
    draft: Buffer | null;
    created_at: number;
    seen_at: number;
    expires_at: number;
    ends_at: number;
    origin: string | null;
    device: string | null;
  };
  team_members: {
    commune: string;
    learner: string;
    village: string | null;
    since: number;
    removed_at: number | null;
  };
  team_villages: {
    commune: string;
    learner: string;
    village: string;
  };
  ticket_words: {
    commune: string;
    ticket: string;
    n: number;
    side: string;
    text: string;
    told: Generated<number>;
    at: number;
  };
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
    step: number | null;
    steps: number | null;
    asked: Generated<number>;
    taken_learner: string | null;
    result: string | null;
    visit: Generated<number>;
    climbed: Generated<number>;
    reminded_at: number | null;
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
  uploads: {
    connection: string;
    card: string;
    file_id: string;
    at: number;
  };
  villages: {
    commune: string;
    id: string;
    name: string;
    code: string;
    sample: Generated<number>;
    removed_at: number | null;
  };
  zalo_consents: {
    state: string;
    connection: string;
    sealed: Buffer;
    until: number;
  };
  zalo_learnt: {
    connection: string;
    learnt: string;
  };
  zalo_leases: {
    connection: string;
    holder: string;
    until: number;
  };
  zalo_months: {
    connection: string;
    month: string;
    free: Generated<number>;
    billed: Generated<number>;
  };
  zalo_seeds: {
    connection: string;
    digest: string;
  };
  zalo_tokens: {
    connection: string;
    sealed: Buffer;
    access_until: number;
    refresh_until: number;
    version: number;
    refused: string | null;
  };
  security_log_next: {
    commune: Tables["security_log"]["commune"];
    at: Tables["security_log"]["at"];
    who: Tables["security_log"]["who"];
    origin: Tables["security_log"]["origin"];
    what: Tables["security_log"]["what"];
    about: Tables["security_log"]["about"];
    before: Tables["security_log"]["before"];
    after: Tables["security_log"]["after"];
    times: Tables["security_log"]["times"];
  };
  team_places: {
    commune: Tables["team_villages"]["commune"] | null;
    learner: Tables["team_villages"]["learner"] | null;
    village: Tables["team_villages"]["village"] | null;
  };
};
