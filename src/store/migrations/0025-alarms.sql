-- Alarms of channels in the chat of whoever answers for them (docs/decisions/0077-alarms-in-the-chat.md).
CREATE TABLE alarm_codes (
  code TEXT PRIMARY KEY,          -- keyed hash; typed once, in the chat that is to be told
  commune TEXT NOT NULL,
  staff TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE alarm_chats (
  commune TEXT NOT NULL,
  account TEXT NOT NULL,
  staff TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (commune, account, staff)
) STRICT, WITHOUT ROWID;

-- Whoever erases their data on a phone is not written to there any more.
CREATE TRIGGER alarm_chats_forgotten AFTER DELETE ON accounts BEGIN
  DELETE FROM alarm_chats WHERE commune = old.commune AND account = old.id;
END;

-- What each was told, so that a restart tells nobody again.
CREATE TABLE alarms_told (
  staff TEXT NOT NULL,
  connection TEXT NOT NULL,
  kind TEXT NOT NULL,
  told_at INTEGER NOT NULL,       -- of its beginning
  clear_since INTEGER,            -- seen to be well since then; null while it stands
  over_at INTEGER,                -- told of its end
  PRIMARY KEY (staff, connection, kind)
) STRICT, WITHOUT ROWID;
