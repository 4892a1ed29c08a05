-- Every table is keyed by commune first, so that the same schema can be sharded by commune.
-- Times are epoch milliseconds (UTC). JSON columns are parsed by a schema when they are read.

CREATE TABLE communes (
  code TEXT PRIMARY KEY,
  hash TEXT NOT NULL,             -- of the seed, so that an unchanged one is not written again
  seed TEXT NOT NULL,             -- JSON: identity, targets, duties, flags as in the plan
  settings TEXT NOT NULL DEFAULT '{}'  -- JSON: what staff entered (quiet hours, contacts …)
) STRICT;

CREATE TABLE villages (
  commune TEXT NOT NULL REFERENCES communes(code),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,             -- typed or printed: XOM3
  sample INTEGER NOT NULL DEFAULT 0,
  removed_at INTEGER,
  PRIMARY KEY (commune, id),
  UNIQUE (commune, code)
) STRICT, WITHOUT ROWID;

-- Counts what changed about a commune or its villages, whoever changed it, so that every process knows when to read them again.
CREATE TABLE commune_changes (
  commune TEXT PRIMARY KEY,
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER communes_inserted AFTER INSERT ON communes BEGIN
  INSERT INTO commune_changes VALUES (new.code, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER communes_updated AFTER UPDATE ON communes BEGIN
  INSERT INTO commune_changes VALUES (new.code, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER villages_inserted AFTER INSERT ON villages BEGIN
  INSERT INTO commune_changes VALUES (new.commune, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER villages_updated AFTER UPDATE ON villages BEGIN
  INSERT INTO commune_changes VALUES (new.commune, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER villages_deleted AFTER DELETE ON villages BEGIN
  INSERT INTO commune_changes VALUES (old.commune, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TABLE connections (
  id TEXT PRIMARY KEY,            -- 'default-telegram', 'web-<commune>' …
  commune TEXT NOT NULL REFERENCES communes(code),
  channel TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '{}'
) STRICT, WITHOUT ROWID;

-- A phone (or browser). Not a person.
CREATE TABLE accounts (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  connection TEXT NOT NULL,
  chat TEXT NOT NULL,             -- the channel's own id of the chat
  learner TEXT NOT NULL,          -- who is learning on it now
  blocked_at INTEGER,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,       -- last time the person wrote; windows and quiet rules start here
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX accounts_chat ON accounts (connection, chat);

-- A person. Kept only with consent; without it the row holds nothing but the language and the refusal.
CREATE TABLE learners (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT,
  you TEXT NOT NULL DEFAULT 'bac',
  language TEXT NOT NULL DEFAULT 'vi',
  village TEXT,
  audience TEXT,
  age TEXT,
  role TEXT NOT NULL DEFAULT 'resident',
  consent TEXT NOT NULL DEFAULT 'unasked',
  consent_version TEXT,
  consent_at INTEGER,
  opted_out INTEGER NOT NULL DEFAULT 0,
  progress TEXT NOT NULL DEFAULT '{}',      -- JSON: lesson id -> {attempts,best,of,passed,done}; a summary of learning_events
  certificates TEXT NOT NULL DEFAULT '[]',  -- JSON: [{code,track}]
  sample INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  erased_at INTEGER,
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX learners_village ON learners (commune, village) WHERE erased_at IS NULL;

CREATE TABLE account_learners (
  commune TEXT NOT NULL,
  account TEXT NOT NULL,
  learner TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (commune, account, learner)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_learners_learner ON account_learners (commune, learner);

CREATE TABLE sessions (
  commune TEXT NOT NULL,
  account TEXT NOT NULL,
  learner TEXT NOT NULL,
  session TEXT NOT NULL,          -- JSON, engine Session
  token TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (commune, account, learner)
) STRICT, WITHOUT ROWID;

-- Versions of flows that sessions may still stand on. Immutable.
CREATE TABLE flow_versions (
  flow TEXT NOT NULL,
  version TEXT NOT NULL,
  definition TEXT NOT NULL,
  texts TEXT NOT NULL,            -- JSON: language -> key -> words, so that an old version still speaks
  first_seen_at INTEGER NOT NULL,
  PRIMARY KEY (flow, version)
) STRICT, WITHOUT ROWID;

-- What was acknowledged: one row an update, the dedupe key of its connection.
CREATE TABLE inbox (
  connection TEXT NOT NULL,
  key TEXT NOT NULL,
  at INTEGER NOT NULL,
  fault TEXT,                     -- reason, when its turn failed
  PRIMARY KEY (connection, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX inbox_at ON inbox (at);

CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,         -- order within a chat
  commune TEXT NOT NULL,
  connection TEXT NOT NULL,
  account TEXT NOT NULL,
  chat TEXT NOT NULL,
  priority INTEGER NOT NULL,      -- 0 reply, 1 ticket, 2 reminder, 3 push
  message TEXT,                   -- JSON Message; null after retention
  status TEXT NOT NULL,           -- queued | sent | failed | expired
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  external_id TEXT,
  reason TEXT,                    -- fault code and the channel's words
  push TEXT                       -- the push it belongs to
) STRICT;
-- Only read after a restart; grows at its right edge, so it costs a turn almost nothing.
CREATE INDEX outbox_queued ON outbox (connection, id) WHERE status = 'queued';
CREATE INDEX outbox_chat ON outbox (connection, chat, id);
CREATE INDEX outbox_push ON outbox (push, status) WHERE push IS NOT NULL;

CREATE TABLE timers (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  account TEXT NOT NULL,
  learner TEXT NOT NULL,
  kind TEXT NOT NULL,             -- 'unfinished' | 'push'
  token TEXT NOT NULL,            -- fencing: the sprint that set it ('' for a push)
  due_at INTEGER NOT NULL,
  push TEXT,                      -- the push it belongs to
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX timers_due ON timers (due_at);
CREATE INDEX timers_account ON timers (commune, account);
CREATE INDEX timers_push ON timers (commune, push) WHERE push IS NOT NULL;

-- The facts every figure stands on. Never updated; the village is the one at that time.
CREATE TABLE learning_events (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  learner TEXT NOT NULL,
  village TEXT,
  audience TEXT,
  adult INTEGER NOT NULL,         -- 1 unless the age band is under 16
  what TEXT NOT NULL,             -- engine record name
  ref TEXT,
  data TEXT NOT NULL DEFAULT '{}',
  account TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX learning_events_learner ON learning_events (commune, learner, at);
CREATE INDEX learning_events_finished ON learning_events (commune, learner, at, adult) WHERE what = 'lesson-finished';
CREATE INDEX learning_events_quizzes ON learning_events (commune, learner, ref, at) WHERE what = 'quiz-finished';
CREATE INDEX learning_events_pushes ON learning_events (commune, ref, what, learner, at) WHERE what IN ('push-opened', 'push-declined');

CREATE TABLE certificates (
  commune TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  learner TEXT NOT NULL,
  track TEXT NOT NULL,
  name TEXT NOT NULL,
  village TEXT,
  score_right INTEGER,
  score_of INTEGER,
  language TEXT NOT NULL,
  sample INTEGER NOT NULL DEFAULT 0,
  issued_at INTEGER NOT NULL,
  revoked_at INTEGER,
  revoked_why TEXT,
  PRIMARY KEY (commune, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations (
  commune TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  village TEXT,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  uses_left INTEGER NOT NULL,
  PRIMARY KEY (commune, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE team_members (
  commune TEXT NOT NULL,
  learner TEXT NOT NULL,
  village TEXT,                   -- null: the whole commune
  since INTEGER NOT NULL,
  removed_at INTEGER,
  PRIMARY KEY (commune, learner)
) STRICT, WITHOUT ROWID;

CREATE TABLE link_codes (
  commune TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  learner TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (commune, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE pushes (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  lesson TEXT NOT NULL,
  village TEXT,
  by_learner TEXT,
  by_staff TEXT,
  created_at INTEGER NOT NULL,
  planned INTEGER NOT NULL,       -- how many it was confirmed for
  skipped INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL,           -- running | done | cancelled
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tickets (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  learner TEXT,                   -- null once erased
  account TEXT NOT NULL,
  name TEXT,
  village TEXT,
  topic TEXT NOT NULL,
  flow TEXT NOT NULL,
  state TEXT NOT NULL,
  urgent INTEGER NOT NULL,
  text TEXT,                      -- redacted words, only if the person added them
  status TEXT NOT NULL,           -- open | taken | done
  taken_by TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tickets_open ON tickets (commune, status, urgent, created_at);

-- How many adult residents there are: entered by staff, dated, with its source. Never assumed.
CREATE TABLE denominators (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  population TEXT NOT NULL,       -- 'adults' | 'officials' …
  village TEXT,                   -- null: the whole commune
  value INTEGER NOT NULL,
  as_of TEXT NOT NULL,            -- day
  source TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  sample INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  commune TEXT,                   -- null: every commune
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,             -- admin | officer | viewer
  password TEXT,                  -- argon2id; null until chosen
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_links (        -- one-time links: first admin, invitations of staff
  hash TEXT PRIMARY KEY,          -- SHA-256 of the secret in the link
  staff TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_sessions (
  hash TEXT PRIMARY KEY,
  staff TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  commune TEXT,
  id TEXT PRIMARY KEY,
  staff TEXT NOT NULL,
  what TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}',
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Pictures already uploaded to a channel: reused by the channel's file id.
CREATE TABLE uploads (
  connection TEXT NOT NULL,
  card TEXT NOT NULL,
  file_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (connection, card)
) STRICT, WITHOUT ROWID;
