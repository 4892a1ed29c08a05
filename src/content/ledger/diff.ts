import type { Ledger } from "./ledger.ts";

export type Change = {
  readonly name: string;
  readonly what: "new" | "gone" | "changed";
  readonly from: string;
  readonly to: string;
};

/** What differs between two ledgers, in the words people hear. */
export const factDiff = (before: Ledger, after: Ledger): readonly Change[] => {
  const names = [...new Set([...before.facts.keys(), ...after.facts.keys()])].sort();
  return names.flatMap((name): readonly Change[] => {
    const [from, to] = [told(before, name), told(after, name)];
    if (from === to) return [];
    return [{ name, what: from === "" ? "new" : to === "" ? "gone" : "changed", from, to }];
  });
};

const told = (ledger: Ledger, name: string): string =>
  (ledger.facts.get(name)?.holds ?? [])
    .map((h) => `${h.valid_from ?? "…"} – ${h.valid_until ?? "…"}: ${h.says.vi}`)
    .join(" | ");
