import type { Connection } from "../channel.ts";
import { settingsOf } from "./settings.ts";
import { billedMs, freeMs } from "./window.ts";

/** For how long after they were last there somebody may be written to unasked, ms: a push waits before it moves a conversation. */
export const reachMs = (connection: Connection): number => {
  const settings = settingsOf(connection);
  return settings?.paid === "yes" && settings.monthlyBudget > 0 ? billedMs : freeMs;
};
