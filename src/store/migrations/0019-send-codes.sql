-- Why a message did not go is a code of src/errors.ts everywhere, with the channel's words behind it; it is counted by its code.
UPDATE outbox SET reason = 'SEND_OPTED_OUT' WHERE reason = 'opted out';
UPDATE outbox SET reason = 'SEND_BLOCKED' WHERE reason = 'blocked';
ALTER TABLE outbox ADD COLUMN code TEXT AS (iif(instr(reason, ':') > 0, substr(reason, 1, instr(reason, ':') - 1), reason)) VIRTUAL;
