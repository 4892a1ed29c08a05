-- Questions nobody answered, one row for the same words: only of people who agreed to be remembered, without private
-- numbers. A question is there as long as one of its askers is; erasing, withdrawing and 90 days take askers away.
CREATE TABLE questions (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  folded TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX questions_folded ON questions (commune, folded);

-- Who is to be answered, and nothing else about them: village and channel as they were.
CREATE TABLE question_askers (
  commune TEXT NOT NULL,
  question TEXT NOT NULL,
  learner TEXT NOT NULL,
  account TEXT NOT NULL,
  channel TEXT NOT NULL,
  village TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (commune, question, learner)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_askers_learner ON question_askers (commune, learner);
CREATE INDEX question_askers_at ON question_askers (at);
CREATE TRIGGER question_askers_deleted AFTER DELETE ON question_askers BEGIN
  DELETE FROM questions WHERE commune = old.commune AND id = old.question
    AND NOT EXISTS (SELECT 1 FROM question_askers WHERE commune = old.commune AND question = old.question);
END;

-- Of everybody else only how many, by month (YYYY-MM in Viet Nam).
CREATE TABLE question_counts (
  commune TEXT NOT NULL,
  month TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (commune, month)
) STRICT, WITHOUT ROWID;

-- Words that staff attached to a topic, for the search of this commune alone. They belong to no person.
CREATE TABLE phrases (
  commune TEXT NOT NULL,
  id TEXT NOT NULL,
  folded TEXT NOT NULL,
  text TEXT NOT NULL,
  topic TEXT NOT NULL,            -- guide:vneid-cai-dat
  added_by TEXT NOT NULL,         -- name of the staff member
  added_at INTEGER NOT NULL,
  PRIMARY KEY (commune, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX phrases_folded ON phrases (commune, folded);
CREATE TRIGGER phrases_inserted AFTER INSERT ON phrases BEGIN
  INSERT INTO commune_changes VALUES (new.commune, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER phrases_updated AFTER UPDATE ON phrases BEGIN
  INSERT INTO commune_changes VALUES (new.commune, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER phrases_deleted AFTER DELETE ON phrases BEGIN
  INSERT INTO commune_changes VALUES (old.commune, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;
