import type { FigureSet } from "../indicator/figure-set.ts";

/**
 * A report as the commune signs it, in the parts that Nghị định 30/2020/NĐ-CP, Phụ lục I asks of an administrative
 * document. Everything on the paper stands here in words and figures: whoever shows, prints, files or checks it looks
 * nothing up, so that a frozen one stays what it was. Its words are Vietnamese alone, as the law wants them.
 */
export type Report = {
  readonly spec: 1;
  readonly commune: string;
  /** The key of the period: 2026-11. */
  readonly period: string;
  /** The duty of the plan it answers; null for a report nobody prescribed. */
  readonly duty: string | null;
  /** The office above and the one that signs, in capitals. */
  readonly agency: readonly string[];
  readonly place: string;
  readonly year: number;
  /** Under the word BÁO CÁO, a line each. */
  readonly subject: readonly string[];
  /** The first has no heading: it says on what ground the report is made and how far its figures reach. */
  readonly sections: readonly ReportSection[];
  /** "Nơi nhận", a line each. */
  readonly recipients: readonly string[];
  /** Above the signature in capitals, a line each; then who signs. An empty name is written by hand. */
  readonly signature: { readonly office: readonly string[]; readonly name: string };
  /** How each figure is counted: the appendix. */
  readonly method: readonly string[];
  readonly figures: FigureSet;
  readonly sample: boolean;
};

export type ReportSection = {
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly table: ReportTable | null;
  readonly chart: Chart | null;
  /** Small print under the table. */
  readonly notes: readonly string[];
};

export type ReportTable = {
  readonly caption: string;
  readonly columns: readonly {
    readonly head: string;
    readonly of: "words" | "number" | "centre";
    readonly mm: number;
  }[];
  readonly rows: readonly (readonly string[])[];
  /** The row that sums up. */
  readonly total: readonly string[] | null;
};

/** Two bars beside each other for every label, in percent or people. */
export type Chart = {
  readonly caption: string;
  readonly unit: "%" | "người";
  readonly series: readonly [string, string];
  readonly bars: readonly { readonly label: string; readonly values: readonly [number, number] }[];
};
