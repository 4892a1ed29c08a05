-- The desk shows which messages could not go, and why.
CREATE INDEX outbox_unsent ON outbox (commune, id) WHERE reason IS NOT NULL AND status <> 'sent';
