-- A long outage leaves more waiting than memory may hold: answers are read without wading through the pushes.
DROP INDEX outbox_queued;
CREATE INDEX outbox_asked ON outbox (connection, id) WHERE status = 'queued' AND priority < 2;
CREATE INDEX outbox_unasked ON outbox (connection, id) WHERE status = 'queued' AND priority >= 2;

-- Messages tried again although they may have arrived, a day (since 1970) and connection: what the desk shows.
CREATE TABLE possible_repeats (
  connection TEXT NOT NULL,
  day INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (connection, day)
) STRICT, WITHOUT ROWID;

-- Written every half minute: whether the disk still takes what is written, and when the clock on the wall was last seen.
CREATE TABLE heartbeat (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at INTEGER NOT NULL
) STRICT;
