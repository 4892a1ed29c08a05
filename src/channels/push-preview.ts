import type { PushCost } from "./definition.ts";

/**
 * What a push to these people would cost, each at the account they used last. Those on a channel that asks for nothing
 * count as free; undefined when nobody is on one that does, because then there is nothing to weigh.
 */
export const pushPreview = (
  people: readonly { readonly connection: string; readonly seenAt: number }[],
  costOf: (connection: string) => ((seenAt: readonly number[]) => PushCost) | undefined,
): PushCost | undefined => {
  const seen = new Map<string, number[]>();
  let free = 0;
  for (const { connection, seenAt } of people) {
    const there = seen.get(connection);
    if (there) there.push(seenAt);
    else if (costOf(connection)) seen.set(connection, [seenAt]);
    else free += 1;
  }
  if (seen.size === 0) return undefined;
  const sum = { free, billed: 0, waiting: 0 };
  for (const [connection, there] of seen) {
    const cost = costOf(connection)?.(there);
    sum.free += cost?.free ?? 0;
    sum.billed += cost?.billed ?? 0;
    sum.waiting += cost?.waiting ?? 0;
  }
  return sum;
};
