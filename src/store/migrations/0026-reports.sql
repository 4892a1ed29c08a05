-- Reports to whoever the plan names (docs/decisions/0082-the-report.md). No word of a resident stands in them: counts, and what staff wrote.
-- What staff wrote into a report that is not frozen yet; duty '' is a report no plan asks for.
CREATE TABLE report_drafts (
  commune TEXT NOT NULL,
  period TEXT NOT NULL,
  duty TEXT NOT NULL,
  texts TEXT NOT NULL,            -- JSON: each text by its id
  kept_by TEXT NOT NULL,
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (commune, period, duty)
) STRICT, WITHOUT ROWID;

-- Where people were stuck in a time is asked for each report; without it every event of the commune would be read.
CREATE INDEX learning_events_stuck ON learning_events (commune, at, ref, learner) WHERE what = 'guide-stuck';

-- Frozen. A correction is another number; nothing is ever changed or taken away.
CREATE TABLE report_editions (
  commune TEXT NOT NULL,
  period TEXT NOT NULL,
  duty TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL UNIQUE,      -- SHA-256 of `edition`, hexadecimal
  edition TEXT NOT NULL,          -- canonical JSON, as it is handed out
  frozen_by TEXT NOT NULL,
  frozen_at INTEGER NOT NULL,
  PRIMARY KEY (commune, period, duty, number)
) STRICT;
CREATE TRIGGER report_editions_stay BEFORE UPDATE ON report_editions BEGIN
  SELECT RAISE(ABORT, 'an edition is never changed');
END;
CREATE TRIGGER report_editions_kept BEFORE DELETE ON report_editions BEGIN
  SELECT RAISE(ABORT, 'an edition is never taken away');
END;
