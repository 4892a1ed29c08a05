-- Tokens of Zalo OAs. `sealed` is AES-256-GCM of both tokens; the key is a file beside the database, so neither a copy
-- of the database nor a backup of it can speak for an OA.
CREATE TABLE zalo_tokens (
  connection TEXT PRIMARY KEY,
  sealed BLOB NOT NULL,
  access_until INTEGER NOT NULL,
  refresh_until INTEGER NOT NULL,
  version INTEGER NOT NULL,       -- grows with every new pair
  refused TEXT                    -- why Zalo would not renew it; a person must consent again
) STRICT, WITHOUT ROWID;

-- Who may spend the refresh token now. A row and not a lock, so that a holder that died loses it by time alone.
CREATE TABLE zalo_leases (
  connection TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Refresh tokens that were entered by hand, as digests: each works once, so the same one is not taken up twice.
CREATE TABLE zalo_seeds (
  connection TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (connection, digest)
) STRICT, WITHOUT ROWID;

-- Consents under way: the PKCE verifier of the link we gave, until its owner comes back.
CREATE TABLE zalo_consents (
  state TEXT PRIMARY KEY,         -- SHA-256 of the state in the link
  connection TEXT NOT NULL,
  sealed BLOB NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What was learnt about a connection: JSON, parsed by a schema when it is read.
CREATE TABLE zalo_learnt (
  connection TEXT PRIMARY KEY,
  learnt TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Messages of a month (YYYY-MM in Viet Nam).
CREATE TABLE zalo_months (
  connection TEXT NOT NULL,
  month TEXT NOT NULL,
  free INTEGER NOT NULL DEFAULT 0,
  billed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (connection, month)
) STRICT, WITHOUT ROWID;

-- Messages of `outbox` with status 'waiting': kept until the person writes. Few, and looked for whenever somebody comes back.
CREATE INDEX outbox_waiting ON outbox (connection, chat) WHERE status = 'waiting';
