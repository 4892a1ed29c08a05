import { sql } from "kysely";
import type { Cold } from "./cold.ts";

/**
 * Messages of a connection that have not left: those about to go, and those kept until the person writes; `late`: answers that wait for longer than a quarter of an hour; and how many
 * of the last 30 days may have reached somebody twice.
 */
export const outboxDepth =
  ({ far }: Pick<Cold, "far">) =>
  async (
    connection: string,
    now: number,
  ): Promise<{ readonly queued: number; readonly late: number; readonly held: number; readonly repeats: number }> => {
    // The conditions stand literally in the statement: only so are its partial indexes used.
    const count = (status: "queued" | "waiting", lane = sql<boolean>`1`) =>
      far
        .selectFrom("outbox")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .where("connection", "=", connection)
        .where("status", "=", sql.lit(status))
        .where(lane)
        .executeTakeFirstOrThrow();
    const [asked, unasked, late, held, repeats] = await Promise.all([
      count("queued", sql`priority < 2`),
      count("queued", sql`priority >= 2`),
      count("queued", sql<boolean>`priority < 2 AND due_at < ${now - lateMs}`),
      count("waiting"),
      far
        .selectFrom("possible_repeats")
        .select(({ fn }) => fn.sum<number | null>("n").as("n"))
        .where("connection", "=", connection)
        .where("day", ">", Math.floor(now / dayMs) - 30)
        .executeTakeFirstOrThrow(),
    ]);
    return { queued: asked.n + unasked.n, late: late.n, held: held.n, repeats: repeats.n ?? 0 };
  };

const lateMs = 15 * 60_000;
const dayMs = 24 * 3_600_000;
