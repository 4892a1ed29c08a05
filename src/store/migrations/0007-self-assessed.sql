-- The newest answer of each learner to each question of the self-assessment, so that a figure reads a few small rows a
-- person and not every event. Kept by triggers, like the marks of 0003; docs/decisions/0012-indicator-self.md.
CREATE TABLE learner_answers (
  commune TEXT NOT NULL,
  learner TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT,                    -- yes | no | unsure
  at INTEGER NOT NULL,
  id TEXT NOT NULL,               -- of the event; decides between two of the same moment
  PRIMARY KEY (commune, learner, question)
) STRICT, WITHOUT ROWID;

-- For cut-offs of the past and for remaking; partial, so that no other event pays for it.
CREATE INDEX learning_events_assessed ON learning_events (commune, learner, ref, at) WHERE what = 'self-assessed';

CREATE TRIGGER learning_events_assessed_inserted AFTER INSERT ON learning_events
WHEN new.what = 'self-assessed' AND new.adult = 1 AND new.ref IS NOT NULL BEGIN
  INSERT INTO learner_answers VALUES (new.commune, new.learner, new.ref, json_extract(new.data, '$.answer'), new.at, new.id)
  ON CONFLICT DO UPDATE SET answer = excluded.answer, at = excluded.at, id = excluded.id
  WHERE (excluded.at, excluded.id) > (learner_answers.at, learner_answers.id);
END;

-- Erasing, taking consent back and making two learners one are rare: answers are made anew from the events that are left.
CREATE TRIGGER learning_events_assessed_deleted AFTER DELETE ON learning_events WHEN old.what = 'self-assessed' BEGIN
  DELETE FROM learner_answers WHERE commune = old.commune AND learner = old.learner AND question = old.ref;
  INSERT INTO learner_answers SELECT * FROM learner_answers_anew WHERE commune = old.commune AND learner = old.learner AND question = old.ref;
END;
CREATE TRIGGER learning_events_assessed_updated AFTER UPDATE OF learner, adult, what, ref, data, at ON learning_events
WHEN 'self-assessed' IN (old.what, new.what) BEGIN
  DELETE FROM learner_answers WHERE commune = old.commune AND learner IN (old.learner, new.learner) AND question IN (old.ref, new.ref);
  INSERT INTO learner_answers SELECT * FROM learner_answers_anew
    WHERE commune = old.commune AND learner IN (old.learner, new.learner) AND question IN (old.ref, new.ref);
END;
CREATE VIEW learner_answers_anew AS
SELECT e.commune, e.learner, e.ref AS question, json_extract(e.data, '$.answer') AS answer, e.at, e.id FROM learning_events e
WHERE e.what = 'self-assessed' AND e.adult = 1 AND e.ref IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM learning_events n WHERE n.what = 'self-assessed' AND n.adult = 1
    AND n.commune = e.commune AND n.learner = e.learner AND n.ref = e.ref AND (n.at, n.id) > (e.at, e.id));
