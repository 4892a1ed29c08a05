-- What counting needs to know of each learner, so that a figure reads one row a person and not every event.
-- Kept by triggers, so that nobody who records, merges or erases can forget it; docs/decisions/0011-counting-at-scale.md.
-- The kinds of learning stand as in src/indicator/definitions.ts (a test compares them).
CREATE TABLE learner_marks (
  commune TEXT NOT NULL,
  learner TEXT NOT NULL,
  last_at INTEGER NOT NULL,       -- the last event: where the learner counts for every cut-off after it
  last_id TEXT NOT NULL,
  village TEXT,
  audience TEXT,
  adult INTEGER NOT NULL,
  finished_at INTEGER,            -- first lesson finished as an adult
  learned_at INTEGER,             -- last act of learning as an adult
  PRIMARY KEY (commune, learner)
) STRICT, WITHOUT ROWID;

-- When a learner first passed the quiz of a lesson as an adult.
CREATE TABLE learner_passes (
  commune TEXT NOT NULL,
  learner TEXT NOT NULL,
  lesson TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (commune, learner, lesson)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER learning_events_inserted AFTER INSERT ON learning_events BEGIN
  INSERT INTO learner_marks VALUES (
    new.commune, new.learner, new.at, new.id, new.village, new.audience, new.adult,
    CASE WHEN new.adult = 1 AND new.what = 'lesson-finished' THEN new.at END,
    CASE WHEN new.adult = 1 AND new.what IN ('lesson-started', 'lesson-finished', 'quiz-answered', 'quiz-finished', 'guide-started', 'guide-step-done', 'guide-stuck', 'guide-finished', 'safety-read') THEN new.at END)
  ON CONFLICT DO UPDATE SET
    village = iif((new.at, new.id) > (last_at, last_id), new.village, village),
    audience = iif((new.at, new.id) > (last_at, last_id), new.audience, audience),
    adult = iif((new.at, new.id) > (last_at, last_id), new.adult, adult),
    last_id = iif((new.at, new.id) > (last_at, last_id), new.id, last_id),
    last_at = max(new.at, last_at),
    finished_at = min(coalesce(finished_at, excluded.finished_at), coalesce(excluded.finished_at, finished_at)),
    learned_at = max(coalesce(learned_at, excluded.learned_at), coalesce(excluded.learned_at, learned_at));
END;

CREATE TRIGGER learning_events_passed AFTER INSERT ON learning_events
WHEN new.what = 'quiz-finished' AND new.adult = 1 AND new.ref IS NOT NULL AND json_extract(new.data, '$.passed') = 1 BEGIN
  INSERT INTO learner_passes VALUES (new.commune, new.learner, new.ref, new.at)
  ON CONFLICT DO UPDATE SET at = min(at, excluded.at);
END;

-- Erasing, taking consent back and making two learners one are rare: marks are made anew from the events that are left.
CREATE TRIGGER learning_events_deleted AFTER DELETE ON learning_events BEGIN
  INSERT OR REPLACE INTO learner_marks SELECT * FROM learner_marks_anew WHERE commune = old.commune AND learner = old.learner;
  DELETE FROM learner_marks WHERE commune = old.commune AND learner = old.learner
    AND NOT EXISTS (SELECT 1 FROM learning_events e WHERE e.commune = old.commune AND e.learner = old.learner);
END;
CREATE TRIGGER learning_events_updated AFTER UPDATE OF learner, village, audience, adult, what, at ON learning_events BEGIN
  INSERT OR IGNORE INTO learner_marks VALUES (new.commune, new.learner, new.at, new.id, new.village, new.audience, new.adult, NULL, NULL);
  INSERT OR REPLACE INTO learner_marks SELECT * FROM learner_marks_anew WHERE commune = new.commune AND learner IN (old.learner, new.learner);
  DELETE FROM learner_marks WHERE commune = old.commune AND learner = old.learner
    AND NOT EXISTS (SELECT 1 FROM learning_events e WHERE e.commune = old.commune AND e.learner = old.learner);
END;

CREATE TRIGGER learning_events_unpassed AFTER DELETE ON learning_events WHEN old.what = 'quiz-finished' BEGIN
  DELETE FROM learner_passes WHERE commune = old.commune AND learner = old.learner AND lesson = old.ref;
  INSERT INTO learner_passes SELECT * FROM learner_passes_anew WHERE commune = old.commune AND learner = old.learner AND lesson = old.ref;
END;
CREATE TRIGGER learning_events_repassed AFTER UPDATE OF learner, adult, what, ref, data, at ON learning_events
WHEN 'quiz-finished' IN (old.what, new.what) BEGIN
  DELETE FROM learner_passes WHERE commune = old.commune AND learner IN (old.learner, new.learner) AND lesson IN (old.ref, new.ref);
  INSERT INTO learner_passes SELECT * FROM learner_passes_anew
    WHERE commune = old.commune AND learner IN (old.learner, new.learner) AND lesson IN (old.ref, new.ref);
END;
CREATE VIEW learner_passes_anew AS
SELECT commune, learner, ref AS lesson, min(at) AS at FROM learning_events
WHERE what = 'quiz-finished' AND adult = 1 AND ref IS NOT NULL AND json_extract(data, '$.passed') = 1 GROUP BY commune, learner, ref;

-- The marks as the events say them; only for learners who have a row, so that one of them costs a few look-ups.
CREATE VIEW learner_marks_anew AS
SELECT m.commune, m.learner, last.at AS last_at, last.id AS last_id, last.village, last.audience, last.adult,
  (SELECT min(e.at) FROM learning_events e WHERE e.commune = m.commune AND e.learner = m.learner AND e.adult = 1 AND e.what = 'lesson-finished') AS finished_at,
  (SELECT e.at FROM learning_events e WHERE e.commune = m.commune AND e.learner = m.learner AND e.adult = 1
     AND e.what IN ('lesson-started', 'lesson-finished', 'quiz-answered', 'quiz-finished', 'guide-started', 'guide-step-done', 'guide-stuck', 'guide-finished', 'safety-read')
   ORDER BY e.at DESC LIMIT 1) AS learned_at
FROM learner_marks m
JOIN learning_events last ON last.commune = m.commune AND last.id =
  (SELECT e.id FROM learning_events e WHERE e.commune = m.commune AND e.learner = m.learner ORDER BY e.at DESC, e.id DESC LIMIT 1);

-- What was recorded before this table.
INSERT INTO learner_marks SELECT DISTINCT commune, learner, 0, '', NULL, NULL, 0, NULL, NULL FROM learning_events;
INSERT OR REPLACE INTO learner_marks SELECT * FROM learner_marks_anew;
INSERT INTO learner_passes SELECT * FROM learner_passes_anew;
