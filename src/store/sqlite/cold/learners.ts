import { type RawBuilder, sql } from "kysely";
import { type BasicTrack, learning } from "../../../indicator/definitions.ts";
import type { Group } from "../../../indicator/groups.ts";
import { dayOf } from "../../../indicator/period.ts";
import type { LearnerCounts } from "../../../indicator/service.ts";
import type { Cold } from "./cold.ts";
import { denominatorRows } from "./denominators.ts";

/** What the indicator asks of the database: exact for any cut-off, fast for one after which little has happened. */
export const learnerCounts = (cold: Cold): LearnerCounts => ({
  async counted(commune, { from, cutoff, track }) {
    const { rows } = await counting(commune, from, cutoff, track).execute(cold.far);
    const groups = (monthOf: (row: Row) => string | null): Group[] =>
      rows.flatMap((row) => {
        const month = monthOf(row);
        return month === null ? [] : [{ ...placeOf(row), month, learners: row.learners }];
      });
    const now = dayOf(cutoff - 1).slice(0, 7);
    return {
      reach: groups((row) => row.reached),
      "basic-skills": groups((row) => row.passed),
      active: groups((row) => (row.active === 1 ? now : null)),
    };
  },
  denominators: (commune) => denominatorRows(cold, commune),
});

/** How many learners share a place and the months in which they met the conditions; null: not before the cut-off. */
type Row = {
  readonly village: string | null;
  readonly audience: string | null;
  readonly sample: number;
  readonly reached: string | null;
  readonly passed: string | null;
  readonly active: number;
  readonly learners: number;
};
const placeOf = ({ village, audience, sample }: Row) => ({ village, audience, sample: sample === 1 });

/**
 * Counts everybody once, in one statement so that all figures are of one moment: each at the village and audience of
 * their last event before the cut-off, so that a figure of the past stays when someone moves. Their mark says which event
 * that is unless something happened since; then it is looked up among their events: nobody for a cut-off of now,
 * everybody for one long past. Left out: those last known to be under 16, and those whose consent is not standing (their
 * events should not exist; this is the second lock). Erased learners stay as anonymous counts.
 */
const counting = (commune: string, from: number, cutoff: number, track: BasicTrack): RawBuilder<Row> => {
  const lessons = [...new Set(track.lessons)];
  return sql<Row>`
    WITH passed AS MATERIALIZED (
      -- A track without lessons is passed by nobody: no row has count 0.
      SELECT learner, max(at) AS at FROM learner_passes
      WHERE commune = ${commune} AND at < ${cutoff} AND lesson IN (${sql.join(lessons.length > 0 ? lessons : [null])})
      GROUP BY learner HAVING count(*) = ${lessons.length}
    ), here AS (
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
      WHERE m.commune = ${commune} AND m.last_at >= ${cutoff}
    )
    SELECT here.village, here.audience, coalesce(l.sample, 0) AS sample,
      ${month("here.finished_at")} AS reached, ${month("passed.at")} AS passed, here.active, count(*) AS learners
    FROM here
    LEFT JOIN passed ON passed.learner = here.learner
    LEFT JOIN learners l ON l.commune = ${commune} AND l.id = here.learner
    WHERE (l.id IS NULL OR l.consent = 'yes' OR l.erased_at IS NOT NULL)
    GROUP BY 1, 2, 3, 4, 5, 6`;
};

// Asia/Ho_Chi_Minh is UTC+7 all year.
const month = (at: string) => sql`strftime('%Y-%m', (${sql.ref(at)} + 25200000) / 1000, 'unixepoch')`;
