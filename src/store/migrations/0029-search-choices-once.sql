-- Words that were picked for a topic on one day only are not kept: a keyed hash remembers that there was such a day
-- (docs/decisions/0084-learning-from-choices.md). The words are written into search_choices on the second.
CREATE TABLE search_choices_once (
  commune TEXT NOT NULL,
  key TEXT NOT NULL,              -- keyed hash of words and topic
  day INTEGER NOT NULL,           -- the beginning of that day in Viet Nam
  PRIMARY KEY (commune, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_choices_once_day ON search_choices_once (commune, day);

DELETE FROM search_choices WHERE days < 2;
