-- When the newest word came that a connection brought, as the channel itself says (epoch ms): what is far behind it is not
-- answered as if it were new, also after a restart.
ALTER TABLE connections ADD COLUMN newest_at INTEGER;
