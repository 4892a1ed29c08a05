import { sql } from "kysely";
import type { Asker, QuestionStore } from "../../ports/questions.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** Questions nobody answered. One that is closed leaves no words behind: what staff made of it is the answer or the phrase. */
export const questionRows = (cold: Cold): QuestionStore => ({
  async questions(commune, most) {
    const { rows } = await sql<Row>`
      SELECT q.id, q.text, count(*) AS askers, min(a.at) AS firstAt, max(a.at) AS lastAt,
        json_group_array(DISTINCT a.village) FILTER (WHERE a.village IS NOT NULL) AS villages, json_group_array(DISTINCT a.channel) AS channels
      FROM questions q JOIN question_askers a ON a.commune = q.commune AND a.question = q.id
      WHERE q.commune = ${commune} GROUP BY q.id ORDER BY askers DESC, firstAt, q.id LIMIT ${most}`.execute(cold.far);
    return rows.map(({ villages, channels, ...row }) => ({
      ...row,
      villages: JSON.parse(villages) as string[], // made by json_group_array above
      channels: JSON.parse(channels) as string[], // written only by turns, from connections
    }));
  },
  async questionCount(commune) {
    const { n } = await cold.near
      .selectFrom("questions")
      .where("commune", "=", commune)
      .select((e) => e.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    return n;
  },
  async questionsOfOthers(commune, month) {
    const { n } = await cold.near
      .selectFrom("question_counts")
      .where("commune", "=", commune)
      .where("month", ">=", month)
      .select((e) => e.fn.coalesce(e.fn.sum<number>("n"), e.lit(0)).as("n"))
      .executeTakeFirstOrThrow();
    return n;
  },
  async question(commune, question) {
    const row = await cold.near
      .selectFrom("questions")
      .where("commune", "=", commune)
      .where("id", "=", question)
      .select("text")
      .executeTakeFirst();
    if (!row) return null;
    const askers = (await cold.near
      .selectFrom("question_askers as q")
      .innerJoin("accounts as a", (j) => j.onRef("a.commune", "=", "q.commune").onRef("a.id", "=", "q.account"))
      .innerJoin("learners as l", (j) => j.onRef("l.commune", "=", "q.commune").onRef("l.id", "=", "q.learner"))
      .where("q.commune", "=", commune)
      .where("q.question", "=", question)
      .where("a.blocked_at", "is", null)
      .orderBy("q.at")
      .orderBy("q.account")
      .select(["a.id as account", "a.connection", "a.chat", "l.name", "l.you", "l.language"])
      .execute()) as Asker[]; // `you` is written only by turns
    return { ...row, askers };
  },
  async closeQuestion(commune, question, { what, said }, by) {
    return cold.write(
      // A trigger takes the question itself away with the last of them.
      cold.near.deleteFrom("question_askers").where("commune", "=", commune).where("question", "=", question),
      ...said.map(({ to, message }) =>
        cold.near.insertInto("outbox").values({
          commune,
          connection: to.connection,
          account: to.account,
          chat: to.chat,
          priority: behindReplies,
          message: JSON.stringify(message),
          status: "queued",
          due_at: by.at,
          created_at: by.at,
        }),
      ),
      audit(cold, by, { what: `question-${what}`, commune, about: question, after: { told: said.length } }),
    );
  },
});

/**
 * In the lane that keeps quiet hours, like a reminder: they asked days ago, and must not be woken for it. In the lane of
 * replies a message that waits for the morning would hold up the answers to what they do meanwhile.
 */
const behindReplies = 2;

type Row = {
  readonly id: string;
  readonly text: string;
  readonly askers: number;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly villages: string;
  readonly channels: string;
};
