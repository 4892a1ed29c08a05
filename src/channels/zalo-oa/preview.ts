import { monthOf } from "../../kit/vietnam-time.ts";
import type { Connection } from "../channel.ts";
import type { MoneyStore } from "./deps.ts";
import { settingsOf } from "./settings.ts";
import { windowOf } from "./window.ts";

/** How many of a push would go free, cost money, or wait until the person writes. */
export type Windows = { readonly free: number; readonly billed: number; readonly waiting: number };

type PreviewDeps = {
  readonly now: number;
  readonly spent: MoneyStore["spent"];
  readonly connection: (id: string) => Connection | undefined;
};

/**
 * What a push to these people would cost, each at the account they used last. Those of other channels cost nothing and
 * count as free; undefined when nobody is on a Zalo OA, because then there is nothing to weigh.
 */
export const previewWindows = (
  { now, spent, connection }: PreviewDeps,
  people: readonly { readonly connection: string; readonly seenAt: number }[],
): Windows | undefined => {
  const onZalo = new Map<string, { free: number; billed: number; closed: number }>();
  let elsewhere = 0;
  for (const { connection: id, seenAt } of people) {
    if (connection(id)?.channel !== "zalo-oa") {
      elsewhere += 1;
      continue;
    }
    const counts = onZalo.get(id) ?? { free: 0, billed: 0, closed: 0 };
    counts[windowOf(seenAt, now)] += 1;
    onZalo.set(id, counts);
  }
  if (onZalo.size === 0) return undefined;
  const sums = { free: elsewhere, billed: 0, waiting: 0 };
  for (const [id, { free, billed: costly, closed }] of onZalo) {
    const of = connection(id);
    const settings = of && settingsOf(of);
    const left = settings?.paid === "yes" ? Math.max(0, settings.monthlyBudget - spent(id, monthOf(now)).billed) : 0;
    const billed = costly === 0 ? 0 : Math.min(costly, left);
    sums.free += free;
    sums.billed += billed;
    sums.waiting += closed + costly - billed;
  }
  return sums;
};
