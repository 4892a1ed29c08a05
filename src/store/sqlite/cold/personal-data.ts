import { type RawBuilder, sql } from "kysely";
import type { DataSection, PersonalData, PersonalRow } from "../../ports/downloads.ts";
import type { Cold } from "./cold.ts";

/** Reads everything that is kept about one learner, and nothing of whoever shares a phone with them. */
export const personalDataOf = async (
  { far }: Pick<Cold, "far">,
  commune: string,
  learner: string,
): Promise<PersonalData> => {
  const read = async ([section, rows]: readonly [string, RawBuilder<PersonalRow>]) =>
    [section, (await rows.execute(far)).rows] as const;
  // The keys are those of `of`, which the compiler has just compared with the sections.
  return Object.fromEntries(
    await Promise.all(Object.entries(of(commune, learner)).map(read)),
  ) as unknown as PersonalData;
};

const rows = sql<PersonalRow>;
const of = (commune: string, learner: string): Readonly<Record<DataSection, RawBuilder<PersonalRow>>> => {
  const whose = (t: string) => sql`${sql.ref(`${t}.commune`)} = ${commune} AND ${sql.ref(`${t}.learner`)} = ${learner}`;
  const village = (t: string) =>
    sql`(SELECT v.name FROM villages v WHERE v.commune = ${sql.ref(`${t}.commune`)} AND v.id = ${sql.ref(`${t}.village`)})`;
  const channel = sql`(SELECT c.channel FROM accounts a JOIN connections c ON c.id = a.connection WHERE a.commune = x.commune AND a.id = x.account)`;
  return {
    person: rows`SELECT l.name, l.you, l.language, ${village("l")} AS village, l.audience, l.age, l.role, l.consent, l.consent_version AS consentVersion,
      l.consent_at AS consentAt, l.opted_out AS optedOut, l.review, l.review_at AS reviewAt, l.review_unanswered AS reviewUnanswered, l.created_at AS createdAt
      FROM learners l WHERE l.commune = ${commune} AND l.id = ${learner}`,
    phones: rows`SELECT ${channel} AS channel, x.since, x.by_link AS byLink, (SELECT a.seen_at FROM accounts a WHERE a.commune = x.commune AND a.id = x.account) AS seenAt FROM account_learners x WHERE ${whose("x")} ORDER BY x.since`,
    progress: rows`SELECT p.key AS lesson, p.value ->> 'attempts' AS attempts, p.value ->> 'best' AS best, p.value ->> 'of' AS "of", p.value ->> 'passed' AS passed, p.value ->> 'done' AS done
      FROM learners l, json_each(l.progress) p WHERE l.commune = ${commune} AND l.id = ${learner} ORDER BY p.key`,
    certificates: rows`SELECT c.code, c.track, c.name, ${village("c")} AS village, c.score_right AS "right", c.score_of AS "of", c.language, c.issued_at AS issuedAt,
      c.revoked_at AS revokedAt, c.revoked_why AS revokedWhy FROM certificates c WHERE ${whose("c")} ORDER BY c.issued_at`,
    answers: rows`SELECT x.question, x.answer, x.at FROM learner_answers x WHERE ${whose("x")} ORDER BY x.question`,
    tickets: rows`SELECT x.topic, x.flow, x.name, ${village("x")} AS village, x.text, x.step, x.steps, x.asked, x.urgent, x.status, x.created_at AS createdAt, x.updated_at AS updatedAt
      FROM tickets x WHERE ${whose("x")} ORDER BY x.created_at`,
    ticketsTaken: rows`SELECT x.topic, x.status, x.taken_by AS name, x.updated_at AS updatedAt FROM tickets x WHERE x.commune = ${commune} AND x.taken_learner = ${learner} ORDER BY x.updated_at`,
    // What they wrote, and what was written to them; of a request of somebody else they took, their own words alone.
    ticketWords: rows`SELECT iif((x.side = 'asker') = (t.learner IS ${learner}), 'me', 'other') AS who, x.text, x.at FROM ticket_words x JOIN tickets t ON t.commune = x.commune AND t.id = x.ticket
      WHERE x.commune = ${commune} AND (t.learner = ${learner} OR (t.taken_learner = ${learner} AND x.side = 'taker')) ORDER BY x.at, x.n`,
    // Of a phone that others learn on too nobody can say whose a message was: those are read in the chat.
    messages: rows`SELECT (SELECT group_concat(coalesce(b.value ->> '$.text', (SELECT group_concat(i.value ->> '$.text', char(10)) FROM json_each(b.value, '$.items') i)), char(10)) FROM json_each(o.message, '$.blocks') b) AS text,
      (SELECT group_concat(c.value ->> '$.label', ' | ') FROM json_each(o.message, '$.choices') c) AS buttons, o.status, o.created_at AS createdAt, o.sent_at AS sentAt
      FROM account_learners x JOIN accounts a ON a.commune = x.commune AND a.id = x.account JOIN outbox o ON o.connection = a.connection AND o.chat = a.chat
      WHERE ${whose("x")} AND o.message IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM account_learners y WHERE y.commune = x.commune AND y.account = x.account AND y.learner <> x.learner) ORDER BY o.id`,
    questions: rows`SELECT q.text, ${village("x")} AS village, x.channel, x.at FROM question_askers x JOIN questions q ON q.commune = x.commune AND q.id = x.question
      WHERE ${whose("x")} ORDER BY x.at`,
    review: rows`SELECT x.item, x.box, x.at FROM review_items x WHERE ${whose("x")} ORDER BY x.item`,
    team: rows`SELECT ${village("x")} AS village, x.since, x.removed_at AS removedAt FROM team_members x WHERE ${whose("x")}`,
    teamVillages: rows`SELECT ${village("x")} AS village FROM team_villages x WHERE ${whose("x")} ORDER BY x.village`,
    pushesSent: rows`SELECT p.lesson, ${village("p")} AS village, p.planned, p.created_at AS createdAt FROM pushes p WHERE p.commune = ${commune} AND p.by_learner = ${learner} ORDER BY p.created_at`,
    pushesReceived: rows`SELECT x.lesson, x.at FROM pushed x WHERE ${whose("x")} ORDER BY x.at`,
    reminders: rows`SELECT x.kind, x.due_at AS dueAt FROM timers x WHERE ${whose("x")} ORDER BY x.due_at`,
    standing: rows`SELECT x.session ->> '$.runs[#-1].flow' AS flow, x.session ->> '$.runs[#-1].vars.asked' AS text, x.updated_at AS updatedAt FROM sessions x WHERE ${whose("x")} AND json_valid(x.session) ORDER BY x.updated_at`,
    codes: rows`SELECT x.expires_at AS expiresAt, x.used_at AS usedAt FROM link_codes x WHERE ${whose("x")} ORDER BY x.expires_at`,
    downloads: rows`SELECT x.stage AS form, x.expires_at AS expiresAt, x.used_at AS usedAt FROM downloads x WHERE ${whose("x")} ORDER BY x.expires_at, x.stage`,
    joinings: rows`SELECT ${channel} AS channel, x.at FROM joinings x WHERE ${whose("x")} ORDER BY x.at`,
    facts: rows`SELECT x.what, x.ref, x.data, ${village("x")} AS village, x.audience, x.at FROM learning_events x WHERE ${whose("x")} ORDER BY x.at, x.id`,
    log: rows`SELECT s.what, s.at, s.times FROM security_log s WHERE s.commune = ${commune} AND (s.about = ${learner} OR s.who = ${`learner:${learner}`}) ORDER BY s.seq`,
  };
};
