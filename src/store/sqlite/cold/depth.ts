import { sql } from "kysely";
import type { Cold } from "./cold.ts";

/** Messages of a connection that have not left: those about to go, and those kept until the person writes. */
export const outboxDepth =
  ({ far }: Pick<Cold, "far">) =>
  async (connection: string): Promise<{ readonly queued: number; readonly held: number }> => {
    // The status stands literally in the statement: only so are its partial indexes used.
    const count = (status: "queued" | "waiting") =>
      far
        .selectFrom("outbox")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .where("connection", "=", connection)
        .where("status", "=", sql.lit(status))
        .executeTakeFirstOrThrow();
    const [queued, held] = await Promise.all([count("queued"), count("waiting")]);
    return { queued: queued.n, held: held.n };
  };
