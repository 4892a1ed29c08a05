import { sql } from "kysely";
import { type SendCode, sendCodes } from "../../../errors.ts";
import type { OutboxStatus, PushRow, PushStore } from "../../ports/pushes.ts";
import { audit } from "./audit.ts";
import type { Cold } from "./cold.ts";

/** Pushes as they went. Every count comes from the rows of the messages, timers and events themselves. */
export const pushRows = (cold: Cold): PushStore => ({
  async pushes(commune, { from, to }) {
    // One statement, so that somebody whose turn comes meanwhile is neither counted twice nor lost.
    const { rows } = await sql<Row>`
      WITH p AS (
        SELECT * FROM pushes WHERE commune = ${commune} AND ((created_at >= ${from} AND created_at < ${to}) OR status = 'running')
        ORDER BY created_at DESC, id LIMIT ${most}
      ), answer AS (
        SELECT e.ref AS push, e.learner, min(iif(e.what = 'push-opened', e.at, NULL)) AS opened,
          max(coalesce(json_extract(e.data, '$.stop'), 0)) AS stop
        FROM learning_events e WHERE e.commune = ${commune} AND e.ref IN (SELECT id FROM p) AND e.what IN ('push-opened', 'push-declined')
        GROUP BY e.ref, e.learner
      ), answers AS (
        SELECT a.push, count(a.opened) AS opened, count(*) - count(a.opened) AS declined, sum(a.stop) AS stops, sum(a.opened IS NOT NULL AND EXISTS (
          SELECT 1 FROM learning_events f WHERE f.commune = ${commune} AND f.learner = a.learner AND f.what = 'lesson-finished'
            AND f.ref = p.lesson AND f.at >= a.opened)) AS finished
        FROM answer a JOIN p ON p.id = a.push GROUP BY a.push
      )
      SELECT p.id, p.lesson, p.village, p.created_at AS at, p.status, p.planned, p.skipped, p.stopped,
        p.by_learner AS member, l.name AS memberName, s.name AS staffName,
        (SELECT count(*) FROM timers t WHERE t.commune = p.commune AND t.push = p.id) AS timers,
        (SELECT json_group_array(json_array(o.status, o.code, o.n)) FROM (
          SELECT status, code, count(*) AS n FROM outbox WHERE push = p.id GROUP BY 1, 2) o) AS messages,
        coalesce(a.opened, 0) AS opened, coalesce(a.declined, 0) AS declined, coalesce(a.stops, 0) AS stops, coalesce(a.finished, 0) AS finished
      FROM p LEFT JOIN answers a ON a.push = p.id
      LEFT JOIN learners l ON l.commune = p.commune AND l.id = p.by_learner
      LEFT JOIN staff s ON s.id = p.by_staff
      ORDER BY p.created_at DESC, p.id`.execute(cold.far);
    return rows.map(read);
  },
  async cancelPush(commune, push, by) {
    const timers = sql`(SELECT count(*) FROM timers t WHERE t.commune = ${commune} AND t.push = ${push})`;
    const unsent = sql<boolean>`(EXISTS (SELECT 1 FROM timers t WHERE t.commune = ${commune} AND t.push = ${push})
      OR EXISTS (SELECT 1 FROM outbox o WHERE o.push = ${push} AND o.status IN ('queued', 'waiting')))`;
    return cold.write(
      cold.near
        .updateTable("pushes")
        .set({ status: "cancelled", stopped: sql<number>`${timers}` })
        .where("commune", "=", commune)
        .where("id", "=", push)
        .where("status", "<>", "cancelled")
        .where(unsent),
      cold.near.deleteFrom("timers").where("commune", "=", commune).where("push", "=", push),
      cold.near
        .updateTable("outbox")
        .set({ status: "expired", reason: "PUSH_CANCELLED" satisfies SendCode })
        .where("commune", "=", commune)
        .where("push", "=", push)
        .where("status", "in", ["queued", "waiting"]),
      audit(cold, by, { what: "push-cancelled", commune, about: push }),
    );
  },
});

/** More than a commune sends in a year of pushing every few days; the period narrows it further. */
const most = 100;

type Row = Omit<PushRow, "by" | "messages" | "status"> & {
  status: string;
  member: string | null;
  memberName: string | null;
  staffName: string | null;
  messages: string;
};
const read = ({ member, memberName, staffName, messages, status, ...row }: Row): PushRow => ({
  ...row,
  status: status === "running" || status === "cancelled" ? status : "done",
  by: staffName !== null ? { staff: staffName } : member !== null ? { member: memberName } : null,
  // Built by the statement above, in this order.
  messages: (JSON.parse(messages) as [OutboxStatus, string | null, number][]).map(([as, code, n]) => ({
    as,
    // One of an older program that is no more is counted among the rest.
    code: sendCodes.find((c) => c === code) ?? null,
    n,
  })),
});
