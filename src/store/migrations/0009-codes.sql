-- Codes that open a person or a role are kept as their keyed hash only (src/store/sqlite/code-hash.ts hashes those of
-- before when the database is opened), so that an invitation needs another name to be listed and withdrawn by.
ALTER TABLE invitations ADD COLUMN id TEXT;
ALTER TABLE invitations ADD COLUMN label TEXT;

-- A phone that came by a link code: the learner's place in the team does not count on it.
ALTER TABLE account_learners ADD COLUMN by_link INTEGER NOT NULL DEFAULT 0;

-- Phones that came to a learner by a link code in the last days, with what is needed to part them again.
-- docs/decisions/0051-codes.md.
CREATE TABLE joinings (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  learner TEXT NOT NULL,          -- who is learnt as on both phones now
  account TEXT NOT NULL,          -- the phone that came
  former TEXT NOT NULL,           -- who learnt on it before
  kept TEXT,                      -- JSON: what moved when the former was made one with the learner; null when nothing did
  at INTEGER NOT NULL,
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX joinings_learner ON joinings (commune, learner, at);
CREATE INDEX joinings_at ON joinings (at);
