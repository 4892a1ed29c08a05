import { sql } from "kysely";
import type { Declared } from "../../../indicator/declared.ts";
import { questionOf, selfIds } from "../../../indicator/self.ts";
import type { Cold } from "./cold.ts";
import { here, standing } from "./here.ts";

/** Counts everybody's newest answer to each question, where that is yes or no. The place of a person is that of all figures. */
export const declaredGroups = async ({ far }: Cold, commune: string, cutoff: number): Promise<Declared> => {
  const { rows } = await sql<Row>`
    WITH newest AS (
      SELECT ref, learner, answer, row_number() OVER (PARTITION BY ref, learner ORDER BY at DESC, id DESC) AS n
      FROM (SELECT ref, learner, at, id, json_extract(data, '$.answer') AS answer FROM learning_events
            WHERE commune = ${commune} AND what = 'self-assessed' AND at < ${cutoff} AND adult = 1)
    ), here AS (
      ${here(commune, cutoff, cutoff)}
    )
    SELECT newest.ref, newest.answer, here.village, here.audience, coalesce(l.sample, 0) AS sample, count(*) AS learners
    FROM newest
    JOIN here ON here.learner = newest.learner
    LEFT JOIN learners l ON l.commune = ${commune} AND l.id = newest.learner
    WHERE newest.n = 1 AND newest.answer IN ('yes', 'no') AND ${standing}
    GROUP BY 1, 2, 3, 4, 5`.execute(far);
  const groups = selfIds.map((id) => {
    const of = (answer: Row["answer"]) =>
      rows
        .filter((row) => row.ref === questionOf(id) && row.answer === answer)
        .map(({ village, audience, sample, learners }) => ({ village, audience, sample: sample === 1, learners }));
    return [id, { yes: of("yes"), no: of("no") }];
  });
  return Object.fromEntries(groups) as Declared; // one entry for each of `selfIds`
};

type Row = {
  readonly ref: string | null;
  readonly answer: "yes" | "no";
  readonly village: string | null;
  readonly audience: string | null;
  readonly sample: number;
  readonly learners: number;
};
