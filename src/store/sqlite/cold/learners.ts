import { type RawBuilder, sql } from "kysely";
import type { BasicTrack } from "../../../indicator/definitions.ts";
import type { Group } from "../../../indicator/groups.ts";
import type { LearnerCounts } from "../../../indicator/service.ts";
import { dayOf, OFFSET } from "../../../kit/vietnam-time.ts";
import type { Cold } from "./cold.ts";
import { countedLearners, stillCounted } from "./counted-learners.ts";
import { declaredGroups } from "./declared.ts";
import { denominatorRows } from "./denominators.ts";
import { villageRows } from "./villages.ts";

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
  declared: (commune, { cutoff }) => declaredGroups(cold, commune, cutoff),
  denominators: (commune) => denominatorRows(cold, commune),
  villageNames: (commune) => villageRows(cold).villages(commune),
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

/** Counts everybody once, in one statement so that all figures are of one moment; where and whom, `here` says. */
const counting = (commune: string, from: number, cutoff: number, track: BasicTrack): RawBuilder<Row> => {
  const lessons = [...new Set(track.lessons)];
  return sql<Row>`
    WITH passed AS MATERIALIZED (
      -- A track without lessons is passed by nobody: no row has count 0.
      SELECT learner, max(at) AS at FROM learner_passes
      WHERE commune = ${commune} AND at < ${cutoff} AND lesson IN (${sql.join(lessons.length > 0 ? lessons : [null])})
      GROUP BY learner HAVING count(*) = ${lessons.length}
    ), here AS (
      ${countedLearners(commune, cutoff, from)}
    )
    SELECT here.village, here.audience, coalesce(l.sample, 0) AS sample,
      ${month("here.finished_at")} AS reached, ${month("passed.at")} AS passed, here.active, count(*) AS learners
    FROM here
    LEFT JOIN passed ON passed.learner = here.learner
    LEFT JOIN learners l ON l.commune = ${commune} AND l.id = here.learner
    WHERE ${stillCounted}
    GROUP BY 1, 2, 3, 4, 5, 6`;
};

const month = (at: string) => sql`strftime('%Y-%m', (${sql.ref(at)} + ${sql.lit(OFFSET)}) / 1000, 'unixepoch')`;
