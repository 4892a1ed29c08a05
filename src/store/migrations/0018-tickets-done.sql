-- A request that is done keeps no words and no telephone number, whoever closed it; and nobody's name stays as its taker
-- once they are gone (docs/decisions/0063-what-is-noted-and-shown.md).
UPDATE tickets SET text = NULL WHERE status = 'done' AND text IS NOT NULL;
UPDATE tickets SET taken_by = NULL, taken_learner = NULL, status = iif(status = 'taken', 'open', status)
WHERE taken_learner IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM learners l WHERE l.commune = tickets.commune AND l.id = tickets.taken_learner AND l.consent = 'yes' AND l.erased_at IS NULL);
