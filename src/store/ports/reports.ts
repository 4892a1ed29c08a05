import type { Clean } from "../../kit/clean.ts";
import type { Seen } from "./audit.ts";
import type { By } from "./by.ts";

/** Reports: what staff wrote so far, what was frozen, and what people met with in a time. */
export type ReportStore = {
  /** The texts of a report that is not frozen, by their ids; null while nobody wrote any. */
  reportDraft(commune: string, of: ReportOf): Promise<Readonly<Record<string, string>> | null>;
  saveReportDraft(
    commune: string,
    of: ReportOf,
    texts: Readonly<Record<string, Clean>>,
    by: By & { name: string },
  ): Promise<void>;
  /** Every frozen report of a commune, the newest first, without what stands in it. */
  editions(commune: string): Promise<readonly EditionRow[]>;
  /** A frozen one by the beginning of its hash, at least 16 digits of it; whose commune it is stands in it. */
  edition(hash: string): Promise<(EditionRow & { readonly edition: string }) | null>;
  /** Keeps it for good and drops the draft. False when its number is taken: somebody else was first. */
  addEdition(
    commune: string,
    row: ReportOf & { readonly number: number; readonly hash: string; readonly edition: string },
    by: (By | Seen) & { name: string },
  ): Promise<boolean>;
  /** What people met with in [from, to): nothing about a single one of them. */
  difficulties(commune: string, window: { readonly from: number; readonly to: number }): Promise<DifficultyRow>;
};

/** Which report: the key of its period, and the duty of the plan; '' where no plan asks for it. */
export type ReportOf = { readonly period: string; readonly duty: string };

export type EditionRow = ReportOf & {
  readonly commune: string;
  readonly number: number;
  readonly hash: string;
  readonly frozenBy: string;
  readonly frozenAt: number;
};

export type DifficultyRow = {
  readonly asked: number;
  readonly helped: number;
  readonly waiting: number;
  /** Guides by how many people said that they were stuck in them, at most five, each of three people or more. */
  readonly stuck: readonly { readonly guide: string; readonly people: number }[];
};
