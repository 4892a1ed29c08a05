import { sql } from "kysely";
import { sendCodes } from "../../../errors.ts";
import type { UnsentRow, UnsentStore } from "../../ports/unsent.ts";
import type { Cold } from "./cold.ts";

/** Messages that could not go. What people asked us not to send, and what staff stopped, is no trouble. */
export const unsentRows = (cold: Pick<Cold, "far">): UnsentStore => ({
  async unsent(commune, most) {
    const { rows } = await sql<Row>`
      SELECT max(o.id) AS id, l.name, l.village, o.connection, c.channel, o.code,
        max(o.status IN ('queued', 'waiting')) AS kept, count(*) AS n, min(o.created_at) AS since, a.seen_at AS seenAt
      FROM outbox o INDEXED BY outbox_unsent
      JOIN accounts a ON a.commune = o.commune AND a.id = o.account
      JOIN learners l ON l.commune = a.commune AND l.id = a.learner
      JOIN connections c ON c.id = o.connection
      WHERE o.commune = ${commune} AND o.reason IS NOT NULL AND o.status <> 'sent' AND o.message IS NOT NULL
        AND o.code NOT IN ('SEND_OPTED_OUT', 'PUSH_CANCELLED')
      GROUP BY o.account, o.connection, o.code, o.status IN ('queued', 'waiting') ORDER BY 1 DESC LIMIT ${most}`.execute(
      cold.far,
    );
    return rows.flatMap(({ code, kept, ...row }) => {
      const known = sendCodes.find((c) => c === code);
      return known ? [{ ...row, code: known, kept: kept === 1 }] : [];
    });
  },
});

type Row = Omit<UnsentRow, "code" | "kept"> & { readonly code: string; readonly kept: number };
