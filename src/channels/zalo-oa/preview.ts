import type { Connection } from "../channel.ts";
import type { MoneyStore } from "./deps.ts";
import { settingsOf } from "./settings.ts";
import { monthOf, windowOf } from "./window.ts";

/** How many of a push would go free, cost money, or wait until the person writes. */
export type Windows = { readonly free: number; readonly billed: number; readonly waiting: number };

export type PreviewDeps = {
  readonly now: () => number;
  readonly money: Pick<MoneyStore, "spent">;
  /** When the people of these accounts were last there, with their connection; accounts of other channels are left out. */
  readonly lastSeen: (
    commune: string,
    accounts: readonly string[],
  ) =>
    | Promise<readonly { readonly connection: string; readonly seenAt: number }[]>
    | readonly { readonly connection: string; readonly seenAt: number }[];
  readonly connection: (id: string) => Connection | undefined;
};

/** What a push to these accounts would cost. Accounts of other channels cost nothing and are counted as free. */
export const previewWindows = async (
  deps: PreviewDeps,
  commune: string,
  accounts: readonly string[],
): Promise<Windows> => {
  const now = deps.now();
  const known = await deps.lastSeen(commune, accounts);
  const sums = { free: accounts.length - known.length, billed: 0, waiting: 0 };
  for (const [id, rows] of byConnection(known)) {
    const windows = rows.map((r) => windowOf(r.seenAt, now));
    const costly = windows.filter((w) => w === "billed").length;
    const connection = deps.connection(id);
    const settings = connection && settingsOf(connection);
    const budget =
      settings?.paid === "yes"
        ? Math.max(0, settings.monthlyBudget - (await deps.money.spent(id, monthOf(now))).billed)
        : 0;
    const billed = Math.min(costly, budget);
    const free = windows.filter((w) => w === "free").length;
    sums.free += free;
    sums.billed += billed;
    sums.waiting += rows.length - free - billed;
  }
  return sums;
};

const byConnection = <R extends { readonly connection: string }>(rows: readonly R[]): Map<string, R[]> => {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.connection) ?? [];
    group.push(row);
    groups.set(row.connection, group);
  }
  return groups;
};
