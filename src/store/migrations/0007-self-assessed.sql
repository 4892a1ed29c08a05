-- What people say of themselves, in the order it is counted: each learner's newest answer to a question stands first.
-- Without it every count would read all events; partial, so that no other event pays for it.
CREATE INDEX learning_events_assessed ON learning_events (commune, ref, learner, at DESC, id DESC, adult, json_extract(data, '$.answer'))
WHERE what = 'self-assessed';
