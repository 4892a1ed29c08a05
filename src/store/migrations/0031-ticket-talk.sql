-- A person asks for a person: what is said while somebody has it, what came of it, and whether anybody took it in time
-- (docs/decisions/0091-helping-a-person.md).
ALTER TABLE tickets ADD COLUMN result TEXT;                        -- done | unreached | solved | gone; null while it is open
ALTER TABLE tickets ADD COLUMN visit INTEGER NOT NULL DEFAULT 0;   -- whoever has it will go there
ALTER TABLE tickets ADD COLUMN climbed INTEGER NOT NULL DEFAULT 0; -- told: 0 the village, 1 all of the team, 2 the staff
ALTER TABLE tickets ADD COLUMN reminded_at INTEGER;                -- whoever has it was asked about it and has not answered

-- Kept only while somebody has it. An empty text: something private was typed, and went nowhere.
CREATE TABLE ticket_words (
  commune TEXT NOT NULL,
  ticket TEXT NOT NULL,
  n INTEGER NOT NULL,
  side TEXT NOT NULL,             -- asker | taker
  text TEXT NOT NULL,
  told INTEGER NOT NULL DEFAULT 0,
  at INTEGER NOT NULL,
  PRIMARY KEY (commune, ticket, n)
) STRICT, WITHOUT ROWID;

-- Messages that carry somebody's words about a request go with it.
ALTER TABLE outbox ADD COLUMN ticket TEXT;
CREATE INDEX outbox_ticket ON outbox (ticket) WHERE ticket IS NOT NULL;

-- Whichever way a request is closed, given back or loses its person: what was said goes at once, and one that is open
-- again is looked for somebody else. What is just under way to a phone is emptied behind it (sqlite/retention.ts).
CREATE TRIGGER tickets_left AFTER UPDATE OF status, taken_learner, account ON tickets
WHEN (old.status = 'taken' AND (new.status <> 'taken' OR new.taken_learner IS NOT old.taken_learner OR new.account = ''))
  OR (old.status = 'open' AND new.status = 'done') BEGIN
  DELETE FROM ticket_words WHERE commune = new.commune AND ticket = new.id;
  DELETE FROM timers WHERE commune = new.commune AND id >= 'ticket:' || new.id || ':' AND id < 'ticket:' || new.id || ';';
  UPDATE outbox SET message = NULL, status = iif(status = 'waiting', 'expired', status)
  WHERE ticket = new.id AND commune = new.commune AND status <> 'queued';
  INSERT INTO timers (commune, id, account, learner, kind, token, due_at)
  SELECT new.commune, 'ticket:' || new.id || ':climb', new.account, new.learner, 'ticket-climb', new.id, 0
  WHERE new.status = 'open' AND new.learner IS NOT NULL AND new.account <> '';
END;
-- Whoever leaves the team, by whichever way, has no request any more.
CREATE TRIGGER tickets_of_members AFTER UPDATE OF removed_at ON team_members WHEN new.removed_at IS NOT NULL BEGIN
  UPDATE tickets SET status = 'open', taken_by = NULL, taken_learner = NULL, visit = 0, reminded_at = NULL
  WHERE commune = new.commune AND taken_learner = new.learner AND status = 'taken';
END;
-- Requests of before that are open and were never to climb.
INSERT OR IGNORE INTO timers (commune, id, account, learner, kind, token, due_at)
SELECT commune, 'ticket:' || id || ':climb', account, learner, 'ticket-climb', id, 0 FROM tickets
WHERE status = 'open' AND learner IS NOT NULL AND account <> '';
