-- How many had not had their turn when staff stopped a push: their timers are gone, and the counts must still add up.
ALTER TABLE pushes ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;
