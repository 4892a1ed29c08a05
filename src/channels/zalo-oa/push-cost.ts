import { monthOf } from "../../kit/vietnam-time.ts";
import type { Connection } from "../channel.ts";
import type { PushCost } from "../definition.ts";
import type { MoneyStore } from "./deps.ts";
import { settingsOf } from "./settings.ts";
import { windowOf } from "./window.ts";

/** What a push to people of this connection would cost, who were last there at these times; what the budget does not hold waits. */
export const pushCost = (
  { spent }: Pick<MoneyStore, "spent">,
  connection: Connection,
  seenAt: readonly number[],
  now: number,
): PushCost => {
  const counts = { free: 0, billed: 0, closed: 0 };
  for (const at of seenAt) counts[windowOf(at, now)] += 1;
  const settings = settingsOf(connection);
  const left =
    settings?.paid === "yes" ? Math.max(0, settings.monthlyBudget - spent(connection.id, monthOf(now)).billed) : 0;
  const billed = counts.billed === 0 ? 0 : Math.min(counts.billed, left);
  return { free: counts.free, billed, waiting: counts.closed + counts.billed - billed };
};
