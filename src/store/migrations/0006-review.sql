-- Spaced review: what a learner who asked for it is asked again. The plan (one due time a learner) stands on the
-- learner's own row, which every turn reads anyway, so that nobody else's turn costs more.
ALTER TABLE learners ADD COLUMN review TEXT NOT NULL DEFAULT 'unasked';   -- unasked | later | yes | no | paused
ALTER TABLE learners ADD COLUMN review_at INTEGER;                        -- when to ask next; null: nothing to ask
ALTER TABLE learners ADD COLUMN review_unanswered INTEGER NOT NULL DEFAULT 0;  -- asked so often in a row without an answer

CREATE TABLE review_items (
  commune TEXT NOT NULL,
  learner TEXT NOT NULL,
  item TEXT NOT NULL,             -- '<lesson>/<question>', the ref of its facts
  version TEXT NOT NULL,          -- of the question; '' as it stands when it is asked
  box INTEGER NOT NULL,           -- right so often in a row: 0..4 wait 1, 3, 7, 21, 60 days; 5 is done
  at INTEGER NOT NULL,            -- last answered
  PRIMARY KEY (commune, learner, item)
) STRICT, WITHOUT ROWID;
