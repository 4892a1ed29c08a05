import type { Channel, Connection, Failed } from "./channel.ts";

/**
 * Whether a product answers at all, by asking it something that changes nothing and reaches nobody. `ask`: null where it
 * answered, else how that failed; that it refuses us is an answer too.
 */
export const alive =
  (ask: (connection: Connection) => Promise<Failed | null>): NonNullable<Channel["alive"]> =>
  async (connection) => {
    const failed = await ask(connection);
    return failed?.outcome !== "retry" && failed?.outcome !== "uncertain";
  };
