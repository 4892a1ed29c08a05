import type { Channel } from "../channel.ts";
import { api } from "./api.ts";
import { outcomeOf } from "./outcome.ts";
import { settingsOf } from "./settings.ts";

/** Whether the Bot API answers: `getMe` changes nothing and reaches nobody. That it refuses us is an answer too. */
export const alive =
  (timeoutMs: number): NonNullable<Channel["alive"]> =>
  async (connection) => {
    const settings = settingsOf(connection);
    if (!settings) return true;
    const reply = await api(settings, "getMe", {}, timeoutMs);
    if (reply.kind === "done") return true;
    const { outcome } = outcomeOf(reply);
    return outcome !== "retry" && outcome !== "uncertain";
  };
