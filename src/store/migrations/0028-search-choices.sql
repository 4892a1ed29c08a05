-- What people picked when the search asked which topic they meant (docs/decisions/0084-learning-from-choices.md): folded
-- words, the topic, and on how many days. Of no person: nobody can be found, shown or answered by it.
CREATE TABLE search_choices (
  commune TEXT NOT NULL,
  said TEXT NOT NULL,             -- without marks and private numbers; of at most 12 words
  topic TEXT NOT NULL,            -- guide:vneid-cai-dat
  days INTEGER NOT NULL,
  last_day INTEGER NOT NULL,      -- the beginning of that day in Viet Nam
  PRIMARY KEY (commune, said, topic)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_choices_last ON search_choices (last_day);
