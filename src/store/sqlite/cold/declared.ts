import { type RawBuilder, sql } from "kysely";
import type { Declared } from "../../../indicator/declared.ts";
import { questionOf, type SelfId, selfIds } from "../../../indicator/self.ts";
import type { Cold } from "./cold.ts";
import { countedLearners, stillCounted } from "./counted-learners.ts";

/** Counts everybody's newest answer to each question, where that is yes or no. The place of a person is that of all figures. */
export const declaredGroups = async ({ far }: Cold, commune: string, cutoff: number): Promise<Declared> => {
  const { rows } = await counting(commune, cutoff).execute(far);
  const groups = (column: Said) =>
    rows.flatMap((row) => {
      const { village, audience, sample, [column]: learners } = row;
      return learners > 0 ? [{ village, audience, sample: sample === 1, learners }] : [];
    });
  const all: { -readonly [K in SelfId]?: Declared[K] } = {};
  for (const id of selfIds) all[id] = { yes: groups(`yes ${id}`), no: groups(`no ${id}`) };
  return all as Declared; // one entry for each of `selfIds`
};

type Said = `${"yes" | "no"} ${SelfId}`;
type Row = { readonly [K in Said]: number } & {
  readonly village: string | null;
  readonly audience: string | null;
  readonly sample: number;
};

/**
 * A row a person, then a sum a place. Where the newest answer came after the cut-off the one before it is looked up; a
 * person may then stand in both halves of `answers`, each question in one of them.
 */
const counting = (commune: string, cutoff: number): RawBuilder<Row> => {
  const byQuestion = sql.join(
    selfIds.map((id) => sql`max(iif(a.question = ${questionOf(id)}, a.answer, '')) AS ${sql.ref(questionOf(id))}`),
  );
  const sums = selfIds.flatMap((id) =>
    (["yes", "no"] as const).map(
      (said) => sql`sum(answers.${sql.ref(questionOf(id))} = ${said}) AS ${sql.ref(`${said} ${id}`)}`,
    ),
  );
  return sql<Row>`
    WITH answers AS (
      SELECT a.learner, ${byQuestion} FROM learner_answers a
      WHERE a.commune = ${commune} AND a.at < ${cutoff} GROUP BY a.learner
      UNION ALL
      SELECT a.learner, ${byQuestion} FROM (
        SELECT now.learner, now.question, json_extract(e.data, '$.answer') AS answer
        FROM learner_answers now JOIN learning_events e ON e.commune = now.commune AND e.id = (
          SELECT n.id FROM learning_events n WHERE n.commune = now.commune AND n.learner = now.learner AND n.ref = now.question
            AND n.what = 'self-assessed' AND n.adult = 1 AND n.at < ${cutoff} ORDER BY n.at DESC, n.id DESC LIMIT 1)
        WHERE now.commune = ${commune} AND now.at >= ${cutoff}
      ) a GROUP BY a.learner
    ), here AS (
      ${countedLearners(commune, cutoff, cutoff)}
    )
    SELECT here.village, here.audience, coalesce(l.sample, 0) AS sample, ${sql.join(sums)}
    FROM answers JOIN here ON here.learner = answers.learner
    LEFT JOIN learners l ON l.commune = ${commune} AND l.id = answers.learner
    WHERE ${stillCounted}
    GROUP BY 1, 2, 3`;
};
