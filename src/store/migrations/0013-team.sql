-- Further villages of a team member; their first stands with the member.
CREATE TABLE team_villages (
  commune TEXT NOT NULL,
  learner TEXT NOT NULL,
  village TEXT NOT NULL,
  PRIMARY KEY (commune, learner, village)
) STRICT, WITHOUT ROWID;
-- Where somebody is of the team now; village null is the whole commune. Whoever was removed is nowhere.
CREATE VIEW team_places AS
  SELECT commune, learner, village FROM team_members WHERE removed_at IS NULL
  UNION
  SELECT v.commune, v.learner, v.village FROM team_villages v
  JOIN team_members t ON t.commune = v.commune AND t.learner = v.learner AND t.removed_at IS NULL;

-- What was pushed to whom: at most two a week, and nothing twice unless it changed. Kept until the person is erased.
CREATE TABLE pushed (
  commune TEXT NOT NULL,
  learner TEXT NOT NULL,
  push TEXT NOT NULL,
  lesson TEXT NOT NULL,
  version TEXT NOT NULL,          -- of the lesson; '' where it was sent before this was noted
  at INTEGER NOT NULL,
  PRIMARY KEY (commune, learner, push)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO pushed
  SELECT p.commune, a.learner, o.push, p.lesson, '', coalesce(o.sent_at, o.created_at)
  FROM outbox o JOIN pushes p ON p.commune = o.commune AND p.id = o.push
  JOIN accounts a ON a.connection = o.connection AND a.chat = o.chat
  WHERE o.push IS NOT NULL AND o.status IN ('sent', 'queued', 'waiting');

-- A request for a person: how far they were, how often they asked, and who of the team took it.
ALTER TABLE tickets ADD COLUMN step INTEGER;
ALTER TABLE tickets ADD COLUMN steps INTEGER;
ALTER TABLE tickets ADD COLUMN asked INTEGER NOT NULL DEFAULT 1;
ALTER TABLE tickets ADD COLUMN taken_learner TEXT;
CREATE INDEX tickets_account ON tickets (commune, account, status);
CREATE INDEX tickets_taker ON tickets (commune, taken_learner) WHERE taken_learner IS NOT NULL;
ALTER TABLE timers ADD COLUMN ticket TEXT;
