-- Addresses that show somebody everything kept about them: each once, for a quarter of an hour, only its keyed hash kept
-- (docs/decisions/0062-download-and-views.md).
CREATE TABLE downloads (
  code TEXT PRIMARY KEY,          -- keyed hash
  commune TEXT NOT NULL,
  learner TEXT NOT NULL,
  account TEXT NOT NULL,          -- the phone it was asked for on; a web page only opens in the browser that asked
  stage TEXT NOT NULL,            -- page: typed or tapped | file: the page that was opened offers it
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX downloads_learner ON downloads (commune, learner);
CREATE INDEX downloads_expires ON downloads (expires_at);

-- How many of somebody's requests are kept is told under "my data".
CREATE INDEX tickets_learner ON tickets (commune, learner) WHERE learner IS NOT NULL;
