-- Breaches of personal data and what was done about each: the record the law asks for (docs/bao-ve-du-lieu.md). No name
-- and no words of residents stand in it. Times are epoch ms; null: not yet.
CREATE TABLE breaches (
  id TEXT PRIMARY KEY,
  commune TEXT,                   -- null: all communes of this machine
  found_at INTEGER NOT NULL,      -- the 72 hours begin here
  what TEXT NOT NULL,
  data TEXT NOT NULL,             -- which kinds of data
  people INTEGER,                 -- how many; null: not known yet
  done TEXT NOT NULL DEFAULT '',  -- one line a step, added to
  authority_told_at INTEGER,
  people_told_at INTEGER,
  closed_at INTEGER,
  noted_at INTEGER NOT NULL
) STRICT;
