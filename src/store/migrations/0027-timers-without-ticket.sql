-- A timer of a call for a person carries it in its token; nothing ever wrote or read this column.
ALTER TABLE timers DROP COLUMN ticket;
