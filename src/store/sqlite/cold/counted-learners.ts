import { type RawBuilder, sql } from "kysely";
import { learning } from "../../../indicator/definitions.ts";

/**
 * Everybody who may be counted at a cut-off, once, at the village and audience of their last event before it, so that a
 * figure of the past stays when someone moves. Their mark says which event that is unless something happened since; then
 * it is looked up among their events: nobody for a cut-off of now, everybody for one long past. Left out: those last
 * known to be under 16. `from`: where the period of `active` begins.
 */
export const countedLearners = (commune: string, cutoff: number, from: number): RawBuilder<unknown> => sql`
  SELECT m.learner, m.village, m.audience, m.finished_at, coalesce(m.learned_at >= ${from}, 0) AS active
  FROM learner_marks m WHERE m.commune = ${commune} AND m.last_at < ${cutoff} AND m.adult = 1
  UNION ALL
  SELECT m.learner, last.village, last.audience, iif(m.finished_at < ${cutoff}, m.finished_at, NULL),
    coalesce(m.learned_at >= ${from}, 0) AND EXISTS (
      SELECT 1 FROM learning_events e WHERE e.commune = m.commune AND e.learner = m.learner
        AND e.at >= ${from} AND e.at < ${cutoff} AND e.adult = 1 AND e.what IN (${sql.join(learning)}))
  FROM learner_marks m JOIN learning_events last ON last.commune = m.commune AND last.adult = 1 AND last.id = (
    SELECT e.id FROM learning_events e WHERE e.commune = m.commune AND e.learner = m.learner AND e.at < ${cutoff}
    ORDER BY e.at DESC, e.id DESC LIMIT 1)
  WHERE m.commune = ${commune} AND m.last_at >= ${cutoff}`;

/**
 * Whose consent stands, of the learners `l`: without it no event should exist; this is the second lock. Erased learners
 * stay as anonymous counts.
 */
export const stillCounted = sql`(l.id IS NULL OR l.consent = 'yes' OR l.erased_at IS NOT NULL)`;
