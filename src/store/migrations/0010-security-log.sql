-- The security log: rows are only added, and each carries a hash over the one before it
-- (docs/decisions/0053-security-log.md). chain_hash() is given to the connections of the program alone, so that no other
-- tool adds a row by accident. What was in `audit` becomes its beginning.
CREATE TABLE security_log (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,  -- sqlite_sequence remembers the highest: rows cut off at the end are noticed
  commune TEXT,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,              -- staff:ID | learner:ID | operator | program | stranger
  origin TEXT,                    -- shortened address
  what TEXT NOT NULL,
  about TEXT,                     -- an id, never a name
  before TEXT,                    -- JSON
  after TEXT,                     -- JSON
  times INTEGER NOT NULL,         -- more than 1: tallied over a minute
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX security_log_commune ON security_log (commune, seq);
CREATE INDEX security_log_about ON security_log (about, seq) WHERE about IS NOT NULL;

-- The row before the first that is still kept. Old rows leave only from the front, and only up to here.
CREATE TABLE security_log_start (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;
INSERT INTO security_log_start VALUES (1, 0, '');

-- Every row comes in through this view: the trigger gives it its place in the chain.
CREATE VIEW security_log_next AS SELECT commune, at, who, origin, what, about, before, after, times FROM security_log;
CREATE TRIGGER security_log_next_insert INSTEAD OF INSERT ON security_log_next BEGIN
  INSERT INTO security_log (seq, commune, at, who, origin, what, about, before, after, times, hash)
  SELECT last.seq + 1, new.commune, new.at, new.who, new.origin, new.what, new.about, new.before, new.after, new.times,
    -- Casts: a driver hands every number over as a float, and the row is hashed as it is stored.
    chain_hash(last.hash, json_array(last.seq + 1, new.commune, CAST(new.at AS INTEGER), new.who, new.origin, new.what, new.about, new.before, new.after, CAST(new.times AS INTEGER)))
  FROM (SELECT seq, hash FROM (SELECT seq, hash FROM security_log UNION ALL SELECT seq, hash FROM security_log_start) ORDER BY seq DESC LIMIT 1) AS last;
END;

-- REPLACE would take a row away without any trigger of DELETE being asked.
CREATE TRIGGER security_log_no_replace BEFORE INSERT ON security_log
WHEN new.seq <= (SELECT max(coalesce((SELECT max(seq) FROM security_log), 0), seq) FROM security_log_start) BEGIN
  SELECT RAISE(ABORT, 'the security log is only added to');
END;
CREATE TRIGGER security_log_no_update BEFORE UPDATE ON security_log BEGIN
  SELECT RAISE(ABORT, 'the security log is only added to');
END;
CREATE TRIGGER security_log_no_delete BEFORE DELETE ON security_log
WHEN old.seq > (SELECT seq FROM security_log_start) BEGIN
  SELECT RAISE(ABORT, 'the security log is only added to');
END;
-- The start moves forward only, onto a row that stands, with that row's own hash.
CREATE TRIGGER security_log_start_moves BEFORE UPDATE ON security_log_start
WHEN new.seq <= old.seq OR new.hash IS NOT (SELECT hash FROM security_log WHERE seq = new.seq) BEGIN
  SELECT RAISE(ABORT, 'the security log is only added to');
END;
CREATE TRIGGER security_log_start_stays BEFORE DELETE ON security_log_start BEGIN
  SELECT RAISE(ABORT, 'the security log is only added to');
END;

INSERT INTO security_log_next (commune, at, who, origin, what, about, before, after, times)
SELECT commune, at,
  CASE WHEN staff = 'start' THEN 'program' WHEN EXISTS (SELECT 1 FROM staff s WHERE s.id = audit.staff) THEN 'staff:' || staff ELSE 'operator' END,
  NULL,
  CASE what WHEN 'logged-in' THEN 'signed-in' WHEN 'settings-saved' THEN 'settings-changed' ELSE what END,
  coalesce(
    CASE WHEN what = 'password-set' THEN staff END,
    -- A code was written where an id belongs: certificates can be looked up with it, so it does not stay.
    detail ->> '$.staff', detail ->> '$.ticket', detail ->> '$.question', detail ->> '$.phrase', detail ->> '$.push',
    detail ->> '$.learner', CASE WHEN what LIKE 'village-%' THEN detail ->> '$.village' END),
  NULL, nullif(json_remove(detail, '$.code', '$.staff', '$.ticket', '$.question', '$.phrase', '$.push', '$.learner'), '{}'), 1
FROM audit ORDER BY at, id;
DROP TABLE audit;
