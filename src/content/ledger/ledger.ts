import type { Bilingual } from "../../kit/bilingual.ts";
import type { Fact, FactFile, Held } from "./fact.ts";

/** Every fact by its name (`can-cuoc/le-phi-doi`), and what of it may be said on a day. */
export type Ledger = {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly on: (name: string, day: string) => FactStanding | undefined;
};

/** How a fact stands on a day. Only what `holds` is asserted; the rest falls back to the safe words. */
export type FactStanding =
  | { readonly state: "holds"; readonly held: Held; readonly at: number; readonly next: Held | undefined }
  /** Nobody has looked at it since its day of review. */
  | { readonly state: "overdue" }
  /** It ended, and nobody has said what holds now; or it has not begun. */
  | { readonly state: "ended" }
  | { readonly state: "not-yet"; readonly next: Held };

export const ledgerOf = (files: readonly FactFile[]): Ledger => {
  const facts = new Map<string, Fact>(
    files.flatMap((f) => f.facts.map((fact): [string, Fact] => [`${f.area}/${fact.id}`, fact])),
  );
  return {
    facts,
    on: (name, day) => {
      const fact = facts.get(name);
      return fact && factStanding(fact, day);
    },
  };
};

export const noLedger: Ledger = ledgerOf([]);

export const factStanding = (fact: Fact, day: string): FactStanding => {
  if (day > fact.review_by && !fact.lasting) return { state: "overdue" };
  const at = fact.holds.findIndex((h) => (h.valid_from ?? "") <= day && day <= (h.valid_until ?? "9999-12-31"));
  const held = fact.holds[at];
  if (held) return { state: "holds", held, at, next: fact.holds[at + 1] };
  const next = fact.holds.find((h) => (h.valid_from ?? "") > day);
  return next ? { state: "not-yet", next } : { state: "ended" };
};

/** The words of a fact on a day: what holds, else its safe words. */
export const wordsOn = (fact: Fact, day: string): Bilingual => {
  const standing = factStanding(fact, day);
  return standing.state === "holds" ? standing.held.says : fact.safe;
};
