-- Signing in with a second factor, and sessions that can be seen and ended one by one (docs/decisions/0053-security-log.md).
ALTER TABLE staff ADD COLUMN totp BLOB;                        -- the shared secret, sealed with the key beside the database
ALTER TABLE staff ADD COLUMN totp_step INTEGER NOT NULL DEFAULT 0; -- of the last code that was taken: each counts once

CREATE TABLE staff_recovery_codes (
  staff TEXT NOT NULL,
  hash TEXT NOT NULL,             -- SHA-256; the codes hold 120 bits
  used_at INTEGER,
  PRIMARY KEY (staff, hash)
) STRICT, WITHOUT ROWID;

-- A browser somebody signed in with before: guesses from elsewhere do not slow it.
CREATE TABLE staff_devices (
  hash TEXT PRIMARY KEY,
  staff TEXT NOT NULL,
  seen_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sessions of before know neither their end nor their device: everybody signs in once more.
DROP TABLE staff_sessions;
CREATE TABLE staff_sessions (
  hash TEXT PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,        -- names it on the page of sessions; opens nothing
  staff TEXT NOT NULL,
  stage TEXT NOT NULL,            -- code: the second factor is awaited | in
  draft BLOB,                     -- a second factor that is being set up, sealed
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,    -- moves on while it is used
  ends_at INTEGER NOT NULL,       -- does not
  origin TEXT,                    -- shortened address
  device TEXT                     -- "Chrome, Windows"
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_sessions_staff ON staff_sessions (staff);
