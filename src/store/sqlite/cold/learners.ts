import { type SelectQueryBuilder, sql } from "kysely";
import type { BasicTrack } from "../../../indicator/definitions.ts";
import { learning } from "../../../indicator/definitions.ts";
import type { Group } from "../../../indicator/groups.ts";
import type { LearnerCounts } from "../../../indicator/service.ts";
import type { Cold } from "./cold.ts";
import { denominatorRows } from "./denominators.ts";
import type { Tables } from "./tables.ts";

/** What the indicator asks of the database. */
export const learnerCounts = (cold: Cold): LearnerCounts => ({
  reached: (commune, cutoff) => reached(cold, commune, cutoff),
  passedTrack: (commune, cutoff, track) => passedTrack(cold, commune, cutoff, track),
  activeIn: (commune, from, cutoff) => activeIn(cold, commune, from, cutoff),
  denominators: (commune) => denominatorRows(cold, commune),
});

type Hits = SelectQueryBuilder<Tables, "learning_events", { learner: string; first: number }>;

/** Adults with at least one finished lesson before the cut-off. */
const reached = (cold: Cold, commune: string, cutoff: number): Promise<Group[]> =>
  groups(cold, commune, cutoff, () =>
    adultEvents(cold, commune, 0, cutoff)
      .where("what", "=", sql.lit("lesson-finished"))
      .select((e) => ["learner", e.fn.min("at").as("first")])
      .groupBy("learner"),
  );

/** Adults who passed the quiz of every lesson of the track before the cut-off, whichever attempt it took. */
const passedTrack = (cold: Cold, commune: string, cutoff: number, track: BasicTrack): Promise<Group[]> => {
  const lessons = [...new Set(track.lessons)];
  // A track without lessons is passed by nobody; `in ()` and `= 0` would say everybody.
  if (lessons.length === 0) return Promise.resolve([]);
  return groups(cold, commune, cutoff, () => {
    const firstPass = adultEvents(cold, commune, 0, cutoff)
      .where("what", "=", sql.lit("quiz-finished"))
      .where("ref", "in", lessons)
      .where(sql`json_extract(data, '$.passed')`, "=", 1)
      .select((e) => ["learner", "ref", e.fn.min("at").as("passed")])
      .groupBy(["learner", "ref"]);
    return cold.far
      .selectFrom(firstPass.as("p"))
      .select((e) => ["p.learner", e.fn.max("p.passed").as("first")])
      .groupBy("p.learner")
      .having((e) => e.fn.countAll(), "=", lessons.length) as unknown as Hits; // another source table, the same two columns
  });
};

/** Adults with at least one act of learning in [from, cutoff). */
const activeIn = (cold: Cold, commune: string, from: number, cutoff: number): Promise<Group[]> =>
  groups(cold, commune, cutoff, () =>
    adultEvents(cold, commune, from, cutoff)
      .where("what", "in", [...learning])
      .select((e) => ["learner", e.fn.min("at").as("first")])
      .groupBy("learner"),
  );

const adultEvents = (cold: Cold, commune: string, from: number, cutoff: number) => {
  const events = cold.far.selectFrom("learning_events").where("commune", "=", commune).where("adult", "=", 1);
  // The plus keeps the planner from walking all events by time where a few kinds of event are asked for over all time;
  // the names of those kinds are literals, so that an index over just them can serve.
  return from > 0
    ? events.where("at", ">=", from).where("at", "<", cutoff)
    : events.where(sql<number>`+at`, "<", cutoff);
};

/**
 * Counts the learners hit, each at the village and audience of their last event before the cut-off, so that a figure of
 * the past stays when someone moves. Left out: those last known to be under 16, and those whose consent is not standing
 * (their events should not exist; this is the second lock). Erased learners stay as anonymous counts.
 */
const groups = async (cold: Cold, commune: string, cutoff: number, hits: () => Hits): Promise<Group[]> => {
  const rows = await cold.far
    .with("hit", hits)
    .selectFrom("hit")
    .innerJoin("learning_events as last", (join) =>
      join
        .on("last.commune", "=", commune)
        .on("last.id", "=", (e) =>
          e
            .selectFrom("learning_events as e")
            .select("e.id")
            .where("e.commune", "=", commune)
            .whereRef("e.learner", "=", "hit.learner")
            .where("e.at", "<", cutoff)
            .orderBy("e.at", "desc")
            .orderBy("e.id", "desc")
            .limit(1),
        ),
    )
    .leftJoin("learners as l", (join) => join.on("l.commune", "=", commune).onRef("l.id", "=", "hit.learner"))
    .where("last.adult", "=", 1)
    .where((e) => e.or([e("l.id", "is", null), e("l.consent", "=", "yes"), e("l.erased_at", "is not", null)]))
    .select((e) => [
      "last.village as lived",
      "last.audience as belonged",
      e.fn.coalesce("l.sample", e.lit(0)).as("made_up"),
      // Asia/Ho_Chi_Minh is UTC+7 all year.
      sql<string>`strftime('%Y-%m', (hit.first + 25200000) / 1000, 'unixepoch')`.as("entered"),
      e.fn.countAll<number>().as("learners"),
    ])
    .groupBy(["lived", "belonged", "made_up", "entered"])
    .execute();
  return rows.map((row) => ({
    village: row.lived,
    audience: row.belonged,
    sample: row.made_up === 1,
    month: row.entered,
    learners: row.learners,
  }));
};
